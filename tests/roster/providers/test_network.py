"""Who is found, where they work, and whose network they belong to on a day."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.roster import (
    make_actor,
    make_ipa,
    make_network,
    make_practice,
    make_practitioner,
    make_tenant,
)
from openmso.project.demo.population.invented_numbers import invented_npi
from openmso.roster.providers.actions.add_to_network import NewPractitioner, add_practitioners
from openmso.roster.providers.models import Practitioner
from openmso.roster.providers.queries import find_practitioners, in_network, practitioners_at
from openmso.standards.identifiers.npi import NpiNotValid

pytestmark = pytest.mark.django_db
MAY_4 = date(2026, 5, 4)


@pytest.mark.requirement("S003-30")
def test_those_in_the_network_come_first() -> None:
    office = make_tenant()
    ipa = make_ipa(office)
    outside = make_practitioner(office, family_name="Ahn")
    inside = make_practitioner(office, family_name="Ahnert", ipa=ipa)
    desk = make_actor(office)

    with CaptureQueriesContext(connection) as statements:
        found = find_practitioners(desk, "ahn", on=MAY_4, ipa_id=ipa.id)

    assert [(row.id, row.in_network) for row in found] == [(inside.id, True), (outside.id, False)]
    assert len(statements) == 1


def test_an_npi_finds_its_owner_and_a_foreign_office_nobody() -> None:
    office = make_tenant()
    doctor = make_practitioner(office)

    mine = find_practitioners(make_actor(office), doctor.npi, on=MAY_4)
    foreign = find_practitioners(make_actor(make_tenant()), doctor.npi, on=MAY_4)

    assert [row.id for row in mine] == [doctor.id]
    assert foreign == []


def test_a_network_is_left_on_its_first_day_out() -> None:
    office = make_tenant()
    ipa = make_ipa(office)
    doctor = make_practitioner(office)
    make_network(doctor, ipa, from_on=date(2026, 1, 1), until_on=MAY_4)

    assert in_network(office.id, doctor.id, ipa.id, date(2026, 5, 3))
    assert not in_network(office.id, doctor.id, ipa.id, MAY_4)


def test_a_practice_lists_who_works_there_today() -> None:
    office = make_tenant()
    here = make_practice(office)
    doctor = make_practitioner(office, practice=here)
    make_practitioner(office, practice=make_practice(office))

    assert practitioners_at(office.id, here.id, MAY_4) == [doctor]


def test_an_npi_with_a_wrong_check_digit_is_refused_whole() -> None:
    office = make_tenant()
    good, wrong = invented_npi(1), invented_npi(2)[:-1] + str((int(invented_npi(2)[-1]) + 1) % 10)
    people = [
        NewPractitioner(npi=npi, given_name="Ruth", family_name="Abara") for npi in (good, wrong)
    ]

    with pytest.raises(NpiNotValid):
        add_practitioners(people, by=make_actor(office), at=datetime(2026, 5, 4, tzinfo=UTC))
    assert Practitioner.objects.filter(tenant=office).count() == 0


def test_one_npi_is_one_practitioner_of_an_office() -> None:
    office = make_tenant()
    doctor = make_practitioner(office)

    with pytest.raises(IntegrityError, match="practitioner_npi_once"), transaction.atomic():
        make_practitioner(office, npi=doctor.npi)
    assert make_practitioner(make_tenant(), npi=doctor.npi)
