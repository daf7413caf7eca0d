"""The page that says whose words our letters carry."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from factories.access import signed_in
from factories.roster import make_tenant
from openmso.office.access.roles import Role
from openmso.office.letters.letter_catalog import official_slots
from openmso.office.letters.models import LoadedWording

ALL = 2 * len(official_slots())
"""Every official text, in English and in Spanish."""

pytestmark = pytest.mark.django_db
ADDRESS = "/staff/letter-wording/"


def words(client: Client) -> str:
    return " ".join(client.get(ADDRESS).content.decode().split())


def test_it_names_official_texts_that_are_not_loaded_and_the_letters_that_need_them() -> None:
    shown = words(signed_in(Role.OFFICE_ADMIN, make_tenant()))

    assert "Statement about the Department of Managed Health Care" in shown
    assert f"{ALL} official texts not loaded." in shown
    assert "Delay notice, Denial" in shown


def test_a_loaded_text_is_shown_with_its_edition_source_and_who_vouches_for_it() -> None:
    tenant = make_tenant()
    LoadedWording.objects.create(
        tenant=tenant,
        slot="dmhc_paragraph",
        language="en",
        edition="Sample of 2025",
        text="Words.",
        from_on=date(2025, 1, 1),
        source="https://authority.example",
        checked_by="Jane Roe",
        checked_on=date(2025, 1, 5),
        loaded_by="Sam Ortiz",
        loaded_at=datetime(2025, 1, 6, 18, 0, tzinfo=UTC),
    )

    shown = words(signed_in(Role.OFFICE_ADMIN, tenant))

    assert "Loaded: Sample of 2025" in shown
    assert "In force from 01/01/2025" in shown
    assert "Checked by Jane Roe on 01/05/2025: https://authority.example" in shown
    assert "Loaded by Sam Ortiz, 01/06/2025 10:00 AM" in shown
    assert f"{ALL - 1} official texts not loaded." in shown


def test_an_edition_that_is_not_in_force_yet_does_not_count_as_loaded() -> None:
    tenant = make_tenant()
    LoadedWording.objects.create(
        tenant=tenant,
        slot="dmhc_paragraph",
        language="en",
        edition="Sample of 2099",
        text="Words.",
        from_on=date(2099, 1, 1),
    )

    shown = words(signed_in(Role.OFFICE_ADMIN, tenant))

    assert "Sample of 2099: in force from 01/01/2099" in shown
    assert f"{ALL} official texts not loaded." in shown


def test_our_own_words_are_not_confirmed_since_the_day_they_were_written() -> None:
    shown = words(signed_in(Role.OFFICE_ADMIN, make_tenant()))

    assert "of our own texts not confirmed." in shown
    assert "since 11/22/2026" in shown


def test_another_office_s_texts_do_not_count() -> None:
    LoadedWording.objects.create(
        tenant=make_tenant(),
        slot="dmhc_paragraph",
        language="en",
        edition="Theirs",
        text="Words.",
        from_on=date(2025, 1, 1),
    )

    assert "Theirs" not in words(signed_in(Role.OFFICE_ADMIN, make_tenant()))
