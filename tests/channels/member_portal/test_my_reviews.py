"""A member asks for a review by doctors outside: the form, what is missing, whom to ask."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import make_account, sign_in
from factories.decided import make_denied
from factories.external_review import (
    FILED_AT,
    RULED_AT,
    SENT_AT,
    make_review,
    make_reviewed,
    review_desk,
    to_accepted,
    to_sent,
)
from factories.prior_auth import World, make_world
from openmso.casework.external_review.actions.record_delay import record_delay
from openmso.casework.external_review.domain.delay import DelayReason
from openmso.casework.external_review.domain.packet import Doctor
from openmso.casework.external_review.models import ExternalReview
from openmso.office.access.roles import Role
from openmso.office.letters.reading_level import reading_grade
from page_checks import assert_ids_resolve, assert_nothing_inline

from .conftest import SignedIn

OUTSIDE = Doctor(name="Omar Haddad, MD", in_network=False)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(RULED_AT, tick=False):
        yield


@pytest.fixture
def world(db: None) -> World:
    return make_world("KK")


def text(member: Client, where: str) -> str:
    answer = member.get(where)
    assert answer.status_code == 200, where
    content = answer.content.decode()
    assert_ids_resolve(content)
    assert_nothing_inline(content)
    return strip_tags(content[content.index("<main") : content.index("</main")])


@pytest.mark.requirement("S004-15")
@pytest.mark.requirement("S004-35")
def test_she_makes_her_form_prints_it_and_says_that_she_sent_it(
    world: World, member: Client
) -> None:
    denied = make_denied(world)
    ask = f"/member/requests/{denied.id}/review/"
    assert "You pay nothing." in text(member, ask)

    made = member.post(ask, {"speed": "urgent", "outside_doctors": "Omar Haddad, MD\n"})
    case = ExternalReview.objects.get(request=denied)
    where = f"/member/reviews/{case.id}/"
    assert made.headers["Location"] == where
    page = text(member, where)
    assert "Omar Haddad, MD" in page
    assert f"Records of {world.practitioner.full_name}" in page
    form = member.get(f"{where}form/")
    assert (form.headers["Content-Type"], form.content[:5]) == ("application/pdf", b"%PDF-")
    member.post(where)

    case.refresh_from_db()
    assert (case.state, case.urgent, case.filed_at) == ("filed", True, RULED_AT)
    assert member.get(ask).headers["Location"] == where


@pytest.mark.requirement("S004-33")
@pytest.mark.parametrize(
    ("language", "reason", "missing"),
    [
        ("en", "Papers of a doctor are missing.", "Records of Omar Haddad, MD"),
        ("es", "Faltan papeles de un doctor.", "Expediente de Omar Haddad, MD"),
    ],
)
def test_a_delay_says_why_and_what_is_missing(
    world: World, member_in: SignedIn, language: str, reason: str, missing: str
) -> None:
    by = review_desk(world)
    case = to_sent(to_accepted(make_review(world, by=by, outside_doctors=(OUTSIDE,)), by), by)
    record_delay(case.id, DelayReason.DOCTORS_RECORDS, by=by, at=SENT_AT)

    page = text(member_in(language), f"/member/reviews/{case.id}/")

    assert reason in page
    assert missing in page


def test_her_page_reads_at_grade_six(world: World, member: Client) -> None:
    denied = make_denied(world)

    words = text(member, f"/member/requests/{denied.id}/review/")

    assert reading_grade(words) <= 6


def test_what_was_not_refused_has_nothing_to_review(world: World, member: Client) -> None:
    case = make_reviewed(world)
    by = review_desk(world)
    stranger = make_world("KK")
    other = sign_in(
        Client(), make_account(Role.MEMBER, stranger.tenant, member_id=stranger.member.id)
    )

    for address in (f"reviews/{case.id}/", f"reviews/{case.id}/form/"):
        assert other.get(f"/member/{address}").status_code == 404
    assert other.get(f"/member/requests/{case.request_id}/review/").status_code == 404
    assert by.member_id is None


def test_her_page_asks_the_database_little(world: World, member: Client) -> None:
    case = make_review(world, by=review_desk(world), at=FILED_AT)
    where = f"/member/reviews/{case.id}/"
    member.get(where)

    with CaptureQueriesContext(connection) as seen:
        member.get(where)

    assert len(seen) - 2 <= 8, "\n".join(one["sql"] for one in seen.captured_queries)
