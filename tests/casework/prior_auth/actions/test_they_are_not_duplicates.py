"""Two requests that looked like one, or were joined, and are two: each goes on by itself."""

from datetime import datetime, timedelta

import pytest

from factories.access import make_account
from factories.decisions import DECIDED_AT, answer_points, nurse_of, physician_of
from factories.prior_auth import RECEIVED_AT, World, make_request, make_world
from openmso.casework.prior_auth.actions.answer_point import Finding, answer_point
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.join import NotTheSame, join
from openmso.casework.prior_auth.actions.say_not_duplicates import (
    NothingToCompare,
    say_not_duplicates,
    take_back_not_duplicates,
)
from openmso.casework.prior_auth.actions.set_urgency import ReasonNeeded
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.domain.triage import PointAnswer
from openmso.casework.prior_auth.models import (
    AuthorizationRequest,
    CriteriaFinding,
    NotDuplicates,
)
from openmso.casework.prior_auth.queries import RequestNotFound
from openmso.office.access.actor import NotAllowed
from openmso.office.access.roles import Role
from openmso.office.documents.queries import papers_received
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

MONDAY = RECEIVED_AT + timedelta(days=1)
LATER = RECEIVED_AT + timedelta(days=2)
WHY = "The other one is for the right side."


def a_flagged_pair(world: World) -> tuple[AuthorizationRequest, AuthorizationRequest]:
    """An earlier request, and a later one that is taken for the same."""
    first = make_request(world)
    second = make_request(world, received_at=MONDAY)
    assert second.likely_duplicate_id == first.id
    return first, second


def joined(world: World) -> tuple[AuthorizationRequest, AuthorizationRequest]:
    """An earlier request that was joined into a later one."""
    first, second = a_flagged_pair(world)
    join(first.id, into_id=second.id, by=nurse_of(world), at=LATER)
    return fresh(first), fresh(second)


def fresh(case: AuthorizationRequest) -> AuthorizationRequest:
    return AuthorizationRequest.objects.get(id=case.id)


def due_of(case: AuthorizationRequest) -> datetime:
    row = Deadline.objects.get(case_id=case.id, purpose="decide", governs=True)
    assert row.is_open
    return row.due_at


def test_a_flagged_request_goes_on_by_itself_with_its_own_time() -> None:
    world = make_world()
    first, second = a_flagged_pair(world)
    due = due_of(second)
    assert WorklistItem.objects.get(case_id=second.id).note == "Looks like a duplicate"

    say_not_duplicates(second.id, why=WHY, by=nurse_of(world), at=LATER)

    second = fresh(second)
    assert (second.likely_duplicate, second.received_at) == (None, MONDAY)
    assert due_of(second) == due
    assert WorklistItem.objects.get(case_id=second.id).note == ""
    for case, other in ((first, second), (second, first)):
        line = CaseEvent.objects.get(case_id=case.id, name="prior_auth.not_duplicates")
        assert (line.details["other"], line.details["why"]) == (other.number, WHY)


def test_a_joined_request_gets_its_own_time_papers_clock_and_queue_back() -> None:
    world = make_world()
    first, second = joined(world)
    assert (fresh(second).received_at, len(papers_received(world.tenant.id, second.id))) == (
        RECEIVED_AT,
        2,
    )

    say_not_duplicates(first.id, why=WHY, by=nurse_of(world), at=LATER)

    first, second = fresh(first), fresh(second)
    assert (first.state, first.joined_to, first.received_at) == (
        State.IN_REVIEW,
        None,
        RECEIVED_AT,
    )
    assert second.received_at == MONDAY
    assert [len(papers_received(world.tenant.id, one.id)) for one in (first, second)] == [1, 1]
    assert due_of(second) - due_of(first) == timedelta(days=1)
    item = WorklistItem.objects.get(case_id=first.id, closed_at=None)
    assert (item.queue, item.due_at) == ("nurse", due_of(first))
    assert WorklistItem.objects.get(case_id=second.id, closed_at=None).due_at == due_of(second)


def test_what_waited_at_intake_waits_there_again() -> None:
    world = make_world()
    first = make_request(world, files=(), clinical_summary="")
    second = make_request(world, received_at=MONDAY)
    join(first.id, into_id=second.id, by=nurse_of(world), at=LATER)

    say_not_duplicates(first.id, why=WHY, by=nurse_of(world), at=LATER)

    assert fresh(first).state == State.RECEIVED
    assert WorklistItem.objects.get(case_id=first.id, closed_at=None).queue == "intake"


def test_through_a_chain_each_paper_goes_back_to_where_it_came_from() -> None:
    world = make_world()
    nurse = nurse_of(world)
    first, second = joined(world)
    third = make_request(world, received_at=LATER)
    join(second.id, into_id=third.id, by=nurse, at=LATER)

    say_not_duplicates(first.id, why=WHY, by=nurse, at=LATER)

    assert len(papers_received(world.tenant.id, first.id)) == 1
    assert len(papers_received(world.tenant.id, third.id)) == 2
    assert fresh(third).received_at == MONDAY  # of the second, which still goes on as the third


def test_a_case_that_was_decided_meanwhile_keeps_its_decision_and_its_time() -> None:
    world = make_world()
    first, second = joined(world)
    approve(second.id, by=physician_of(world), at=DECIDED_AT + timedelta(hours=2))

    say_not_duplicates(first.id, why=WHY, by=nurse_of(world), at=LATER)

    assert fresh(second).state == State.APPROVED
    assert fresh(second).received_at == RECEIVED_AT
    assert fresh(first).state == State.IN_REVIEW


def test_what_was_found_in_a_paper_that_leaves_must_be_looked_at_again() -> None:
    world = make_world()
    nurse = nurse_of(world)
    first, second = joined(world)
    theirs = CaseEvent.objects.get(case_id=first.id, name="document.attached")
    answer_points(second, nurse, p1="met")
    answer_point(
        second.id,
        "2",
        finding=Finding(
            answer=PointAnswer.MET, document_id=theirs.details["document"], page=1, quote="Weak."
        ),
        by=nurse,
        at=LATER,
    )

    say_not_duplicates(first.id, why=WHY, by=nurse, at=LATER)

    one, two = CriteriaFinding.objects.filter(request=second).order_by("point_code")
    assert (one.confirmed, two.confirmed, two.document, two.page) == (True, False, None, None)


def test_the_pair_is_not_joined_again_until_it_is_taken_back() -> None:
    world = make_world()
    nurse = nurse_of(world)
    first, second = a_flagged_pair(world)
    say_not_duplicates(second.id, why=WHY, by=nurse, at=LATER)

    with pytest.raises(NotTheSame, match="Take that back first"):
        join(first.id, into_id=second.id, by=nurse, at=LATER)

    take_back_not_duplicates(second.id, first.id, by=nurse, at=LATER)

    assert fresh(second).likely_duplicate_id == first.id
    said = NotDuplicates.objects.get()
    assert (said.taken_back_at, said.taken_back_by_name) == (LATER, nurse.name)
    join(first.id, into_id=second.id, by=nurse, at=LATER)
    assert fresh(first).state == State.JOINED


def test_it_can_be_said_again_after_it_was_taken_back() -> None:
    world = make_world()
    nurse = nurse_of(world)
    first, second = a_flagged_pair(world)
    for _ in range(2):
        say_not_duplicates(second.id, why=WHY, by=nurse, at=LATER)
        take_back_not_duplicates(first.id, second.id, by=nurse, at=LATER)
        say_not_duplicates(first.id, why=WHY, by=nurse, at=LATER)
        take_back_not_duplicates(second.id, first.id, by=nurse, at=LATER)

    assert NotDuplicates.objects.count() == 4


def test_it_says_why_who_may_and_of_what() -> None:
    world = make_world()
    first, second = a_flagged_pair(world)
    nurse, stranger = nurse_of(world), make_account(Role.NURSE).as_actor()

    with pytest.raises(ReasonNeeded):
        say_not_duplicates(second.id, why=" ", by=nurse, at=LATER)
    with pytest.raises(NothingToCompare):
        say_not_duplicates(first.id, why=WHY, by=nurse, at=LATER)
    with pytest.raises(NothingToCompare):
        take_back_not_duplicates(first.id, second.id, by=nurse, at=LATER)
    with pytest.raises(NotAllowed):
        say_not_duplicates(second.id, why=WHY, by=physician_of(world), at=LATER)
    with pytest.raises(RequestNotFound):
        say_not_duplicates(second.id, why=WHY, by=stranger, at=LATER)
