"""A request that was refused shows what was asked for since, how it stands, and its letters."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.access import make_account, sign_in
from factories.appeals import ANSWERED_AT, STANDS, make_appeal, with_reviewer
from factories.external_review import (
    LETTER,
    PROVEN_AT,
    RULED_AT,
    SERVED_ON,
    make_review,
    make_ruled,
    review_desk,
)
from factories.prior_auth import World, make_world
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.models import Appeal
from openmso.casework.external_review.actions.close_review import close_review
from openmso.casework.external_review.actions.record_carried_out import record_carried_out
from openmso.casework.external_review.domain.ruling import Answer
from openmso.office.access.roles import Role
from openmso.office.letters.models import OrderedLetter

from .conftest import SignedIn
from .pages_read import main_of, words_of

SIGN_IN, DETAIL = 1, 8
FORM = "Get the form for this review"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(PROVEN_AT, tick=False):
        yield


@pytest.fixture
def world(db: None) -> World:
    return make_world("KK")


def upheld(world: World) -> Appeal:
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)
    return appeal


def test_an_appeal_that_was_answered_leads_to_what_is_open_after_it(
    world: World, member: Client
) -> None:
    appeal = upheld(world)

    page = member.get(f"/member/requests/{appeal.request_id}/")
    asked = member.get(f"/member/requests/{appeal.request_id}/appeal/")

    words = words_of(page)
    assert "You asked us to look again Still no" in words
    assert "Do you want us to look again?" not in words
    assert "Your plan looked again and kept its answer." in words
    assert FORM in words
    assert STANDS.plain_reason in words_of(asked)
    assert "See what is open to you now" in words_of(asked)


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "We looked again: still no"), ("es", "Lo revisamos otra vez: todavía no")],
)
def test_the_letters_of_an_appeal_are_read_like_all_others(
    world: World, member_in: SignedIn, language: str, name: str
) -> None:
    member, appeal = member_in(language), upheld(world)
    letter = OrderedLetter.objects.get(case_id=appeal.id, kind="appeal_upheld", reader="member")

    for where in ("letters/", f"requests/{appeal.request_id}/"):
        assert name in words_of(member.get(f"/member/{where}"))
    shown = member.get(f"/member/letters/{letter.id}/")

    assert f'href="/member/requests/{appeal.request_id}/appeal/"' in main_of(shown)


@pytest.mark.django_db
@pytest.mark.requirement("S004-07")
def test_a_medicare_member_is_not_sent_for_a_form_that_is_not_theirs() -> None:
    world = make_world("MA")
    appeal = upheld(world)
    account = make_account(Role.MEMBER, world.tenant, member_id=world.member.id)

    words = words_of(sign_in(Client(), account).get(f"/member/requests/{appeal.request_id}/"))

    assert "Medicare has its own way." in words
    assert FORM not in words


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer.FOR_MEMBER, "The review said yes, and you got the care."),
        (Answer.FOR_PLAN, "The review said that our no stands."),
    ],
)
def test_a_closed_review_still_says_how_it_ended(
    world: World, member: Client, answer: Answer, sentence: str
) -> None:
    case, by = make_ruled(world, answer)
    if answer is Answer.FOR_MEMBER:
        record_carried_out(
            case.id, served_on=SERVED_ON, served_what="MRI", proof=LETTER, by=by, at=PROVEN_AT
        )
    close_review(case.id, by=by, at=PROVEN_AT)

    for where in (f"reviews/{case.id}/", f"requests/{case.request_id}/"):
        assert sentence in words_of(member.get(f"/member/{where}"))


def test_the_page_with_all_of_it_asks_the_database_little(
    world: World, member_in: SignedIn
) -> None:
    member, appeal = member_in("es"), upheld(world)
    make_review(world, request=appeal.request, by=review_desk(world), at=RULED_AT)
    member.get("/member/")

    with CaptureQueriesContext(connection) as seen:
        member.get(f"/member/requests/{appeal.request_id}/")

    assert len(seen) - SIGN_IN <= DETAIL, "\n".join(one["sql"] for one in seen.captured_queries)
