"""Asking, adding, re-timing, extending, joining, withdrawing, reopening."""

from datetime import UTC, datetime, timedelta

import pytest

from factories.access import make_account
from factories.decisions import DECIDED_AT, a_denial, nurse_of, physician_of, with_physician
from factories.prior_auth import NOTE, RECEIVED_AT, World, make_request, make_world
from factories.roster import make_member
from openmso.casework.prior_auth.actions.add_information import add_information
from openmso.casework.prior_auth.actions.ask_for_information import (
    NothingAsked,
    ask_for_information,
)
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.actions.join import NotTheSame, join
from openmso.casework.prior_auth.actions.reopen import reopen
from openmso.casework.prior_auth.actions.set_urgency import ReasonNeeded, set_urgency
from openmso.casework.prior_auth.actions.talk_to_peer import (
    NoSuchTalk,
    answer_talk,
    note_talk,
    offer_talk,
)
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.domain.extension import NotExtendable
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.queries import papers_received
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

LATER = RECEIVED_AT + timedelta(days=1)


def supervisor_of(world: World) -> Actor:
    return make_account(Role.SUPERVISOR, world.tenant).as_actor()


def governing(request: AuthorizationRequest) -> Deadline:
    return Deadline.objects.get(case_id=request.id, purpose="decide", governs=True, closed_at=None)


@pytest.mark.requirement("S003-40", "S003-11")
def test_the_office_is_asked_and_the_case_goes_to_review_when_the_papers_come() -> None:
    world = make_world()
    request, nurse = make_request(world, files=(), clinical_summary=""), nurse_of(world)
    due_before = governing(request).due_at

    ask_for_information(request.id, missing=["Clinical notes."], words="", by=nurse, at=RECEIVED_AT)
    request.refresh_from_db()
    assert request.state == State.WAITING_FOR_INFORMATION
    assert governing(request).due_at == due_before  # missing papers do not stop this clock

    add_information(
        request.id,
        files=[NOTE],
        words="",
        received_at=LATER,
        source="portal",
        by=world.intake,
        at=LATER,
    )

    request.refresh_from_db()
    assert (request.state, request.missing, request.complete_at) == (State.IN_REVIEW, [], LATER)
    assert WorklistItem.objects.get(case_id=request.id, closed_at=None).queue == "nurse"
    assert {one.kind for one in OrderedLetter.objects.all()} == {"request_for_information"}


def test_asking_for_nothing_is_refused() -> None:
    world = make_world()
    request = make_request(world)

    with pytest.raises(NothingAsked):
        ask_for_information(request.id, missing=[], words=" ", by=nurse_of(world), at=LATER)


@pytest.mark.requirement("S003-28")
def test_a_change_of_urgency_times_every_clock_anew_from_the_first_receipt() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)

    set_urgency(request.id, urgency=Urgency.EXPEDITED, why="Loss of leg.", by=nurse, at=LATER)

    row = governing(request)
    assert (row.rule_id, row.due_at) == ("MA-OD-EXP-72H", RECEIVED_AT + timedelta(hours=72))
    assert WorklistItem.objects.get(case_id=request.id).due_at == row.due_at

    set_urgency(request.id, urgency=Urgency.STANDARD, why="Read by a nurse.", by=nurse, at=LATER)

    assert governing(request).rule_id == "MA-OD-STD-PA-7"


def test_a_change_of_urgency_says_why() -> None:
    world = make_world()
    request = make_request(world)

    with pytest.raises(ReasonNeeded):
        set_urgency(request.id, urgency=Urgency.EXPEDITED, why="", by=nurse_of(world), at=LATER)


def test_an_extension_is_added_to_the_original_due_time_once() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)

    extend(request.id, ground="member_asks", why="She wants to send notes.", by=nurse, at=LATER)

    assert governing(request).due_at == datetime.fromisoformat("2026-12-10T23:59:59-08:00")
    assert {one.kind for one in OrderedLetter.objects.all()} == {"extension"}
    with pytest.raises(NotExtendable, match="no second time"):
        extend(request.id, ground="member_asks", why="again", by=nurse, at=LATER)


@pytest.mark.parametrize(
    ("line_of_business", "ground", "sentence"),
    [
        ("MA", "provider_asks", "only when"),
        ("KK", "member_asks", "No rule allows"),
    ],
)
def test_an_extension_needs_a_ground_the_rule_names(
    line_of_business: str, ground: str, sentence: str
) -> None:
    world = make_world(line_of_business)
    request = make_request(world)

    with pytest.raises(NotExtendable, match=sentence):
        extend(request.id, ground=ground, why="x", by=nurse_of(world), at=LATER)


def test_time_that_has_passed_cannot_be_extended() -> None:
    world = make_world()
    request = make_request(world)

    with pytest.raises(NotExtendable, match="has passed"):
        extend(
            request.id,
            ground="member_asks",
            why="x",
            by=nurse_of(world),
            at=RECEIVED_AT + timedelta(days=9),
        )


def test_joined_requests_go_on_as_one_with_the_earlier_received_time() -> None:
    world = make_world()
    friday = make_request(world)
    monday = make_request(world, received_at=LATER)

    into = join(friday.id, into_id=monday.id, by=nurse_of(world), at=LATER)

    friday.refresh_from_db()
    assert (friday.state, friday.joined_to) == (State.JOINED, monday)
    assert into.received_at == RECEIVED_AT
    assert len(papers_received(world.tenant.id, monday.id)) == 2
    assert governing(into).started_at == RECEIVED_AT


def test_requests_of_two_members_are_never_joined() -> None:
    world = make_world()
    other = make_member(world.tenant, plan=world.plan, ipa=world.ipa)
    one, two = make_request(world), make_request(world, member_id=other.id)

    with pytest.raises(NotTheSame, match="two different members"):
        join(one.id, into_id=two.id, by=nurse_of(world), at=LATER)


def test_a_withdrawn_request_owes_nothing_more() -> None:
    world = make_world()
    request = make_request(world)

    withdraw(
        request.id, asked_by="Dr. Abara", why="Not needed any more.", by=world.intake, at=LATER
    )

    request.refresh_from_db()
    assert request.state == State.WITHDRAWN
    assert not Deadline.objects.filter(case_id=request.id, met_at=None, closed_at=None).exists()
    assert WorklistItem.objects.get(case_id=request.id).outcome == "withdrawn"


def test_a_denied_case_can_be_opened_again_and_its_decision_stays_on_record() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    deny(request.id, denial=a_denial(world), by=physician, at=DECIDED_AT, version=request.version)

    reopen(request.id, why="New notes came.", by=supervisor_of(world), at=DECIDED_AT)

    request.refresh_from_db()
    assert request.state == State.WITH_PHYSICIAN
    assert Decision.objects.filter(request=request, outcome="denied").exists()


def test_an_approval_is_never_taken_back() -> None:
    world = make_world()
    request = make_request(world, emergency=True)

    with pytest.raises(MoveNotAllowed):
        reopen(request.id, why="x", by=supervisor_of(world), at=LATER)


@pytest.mark.requirement("S004-22")
def test_a_talk_between_doctors_is_offered_answered_and_held() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    slot = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)

    talk = offer_talk(request.id, slots=[slot], by=physician, at=DECIDED_AT)
    answer_talk(request.id, talk.id, slot=slot, by=world.intake, at=DECIDED_AT)
    held = note_talk(
        request.id, talk.id, reached=True, note="Agreed on 8 visits.", by=physician, at=slot
    )

    assert (held.state, held.chosen_at, held.held_at) == ("held", slot, slot)


def test_a_talk_needs_a_time_that_lies_ahead() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)

    with pytest.raises(NoSuchTalk):
        offer_talk(request.id, slots=[RECEIVED_AT], by=physician, at=DECIDED_AT)
