"""A decided case that is opened again: its own clock, kept beside the one that was met."""

from datetime import timedelta

import pytest

from factories.access import make_account
from factories.decided import make_denied
from factories.decisions import DECIDED_AT, physician_of
from factories.prior_auth import RECEIVED_AT, World, make_request, make_world
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.actions.reopen import reopen
from openmso.casework.prior_auth.actions.run_out_of_time import run_out_of_time
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.clock_keeping import compute_clocks
from openmso.casework.prior_auth.domain.reopening import TooLateToReopen
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.timeline.deadlines import begin_again, is_overdue, meet, of_case
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

REOPENED_AT = DECIDED_AT + timedelta(days=20)


def supervisor_of(world: World) -> Actor:
    return make_account(Role.SUPERVISOR, world.tenant).as_actor()


def opened_again(world: World) -> AuthorizationRequest:
    case = make_denied(world)
    reopen(case.id, why="New notes came.", by=supervisor_of(world), at=REOPENED_AT)
    case.refresh_from_db()
    return case


def to_decide(case: AuthorizationRequest) -> Deadline:
    return Deadline.objects.get(case_id=case.id, purpose="decide", governs=True)


def stored_and_computed(case: AuthorizationRequest) -> tuple[object, object]:
    stored = {(one.purpose, one.rule_id): one.due_at for one in of_case(case.tenant_id, case.id)}
    computed = {(one.purpose, one.rule.id): one.due_at for one in compute_clocks(case)}
    return stored, computed


@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK", "AZ-COMM"])
def test_the_new_clock_runs_is_on_the_worklist_and_can_be_recomputed(
    line_of_business: str,
) -> None:
    case = opened_again(make_world(line_of_business))

    row = to_decide(case)
    stored, computed = stored_and_computed(case)

    assert (row.is_open, row.started_at, row.starts_with) == (True, REOPENED_AT, "reopened")
    assert row.due_at > REOPENED_AT
    item = WorklistItem.objects.get(case_id=case.id, closed_at=None)
    assert (item.due_at, item.due_rule, item.note) == (row.due_at, row.rule_id, "Opened again")
    assert stored == computed


def test_the_clock_that_was_met_before_stays_as_it_was() -> None:
    world = make_world()
    case = make_denied(world)
    before = to_decide(case)

    reopen(case.id, why="New notes came.", by=supervisor_of(world), at=REOPENED_AT)

    kept = Deadline.objects.get(id=before.id)
    assert kept.purpose == "decide in round 1"
    assert (kept.due_at, kept.met_at, kept.closed_at) == (before.due_at, DECIDED_AT, None)


def test_the_new_decision_meets_the_new_clock() -> None:
    world = make_world()
    case = opened_again(world)
    later = REOPENED_AT + timedelta(days=1)

    approve(case.id, by=physician_of(world), at=later)

    case.refresh_from_db()
    stored, computed = stored_and_computed(case)
    assert to_decide(case).met_at == later
    assert stored == computed
    told = {one.purpose: one for one in of_case(case.tenant_id, case.id)}
    assert told["tell_member"].met_at is None  # the letter of the earlier decision does not count


def test_an_extension_of_the_first_round_is_not_carried_over_and_one_more_may_be_taken() -> None:
    world = make_world()
    case = opened_again(world)
    assert not to_decide(case).extended
    due = to_decide(case).due_at

    extend(
        case.id,
        ground="member_asks",
        why="She sends notes.",
        by=physician_of(world),
        at=REOPENED_AT + timedelta(days=1),
    )

    assert to_decide(case).due_at == due + timedelta(days=14)


def test_a_case_opened_again_and_left_lying_becomes_late_and_stays_open() -> None:
    world = make_world("AZ-COMM")
    case = opened_again(world)
    late = to_decide(case).due_at + timedelta(seconds=1)
    assert is_overdue(case.tenant_id, case.id, "decide", at=late)

    run_out_of_time(case.id, by=world.intake, at=late)

    case.refresh_from_db()
    assert (case.state, case.silence_means) == (State.WITH_PHYSICIAN, "no_meaning_in_law")


def test_every_round_keeps_its_own_clock() -> None:
    case = opened_again(make_world())
    again = REOPENED_AT + timedelta(days=2)
    meet(case, "decide", at=again)

    over = begin_again(case, at=again + timedelta(days=1))

    rows = Deadline.objects.filter(case_id=case.id, purpose__startswith="decide", governs=True)
    assert over == 2
    assert {row.purpose: row.met_at for row in rows} == {
        "decide in round 1": DECIDED_AT,
        "decide in round 2": again,
    }
    assert of_case(case.tenant_id, case.id) == []


def test_a_withdrawn_case_takes_up_its_first_clock_again() -> None:
    world = make_world()
    case = make_request(world)
    due = to_decide(case).due_at
    withdraw(case.id, asked_by="The practice", why="", by=world.intake, at=DECIDED_AT)

    reopen(case.id, why="By mistake.", by=supervisor_of(world), at=REOPENED_AT)

    case.refresh_from_db()
    assert (to_decide(case).due_at, to_decide(case).is_open) == (due, True)
    assert (to_decide(case).started_at, case.reopened_at) == (RECEIVED_AT, None)


def test_after_the_law_s_limit_a_decision_is_not_opened_again() -> None:
    world = make_world()
    case = make_denied(world)

    with pytest.raises(TooLateToReopen, match="MA-REOPEN-1Y"):
        reopen(case.id, why="x", by=supervisor_of(world), at=DECIDED_AT + timedelta(days=366))

    case.refresh_from_db()
    assert case.state == State.DENIED


def test_the_line_on_the_timeline_says_why_and_when_it_is_due_now() -> None:
    case = opened_again(make_world())

    line = CaseEvent.objects.get(case_id=case.id, name="prior_auth.reopened")

    assert line.details["why"] == "New notes came."
    assert line.details["due"] == to_decide(case).due_at.isoformat()
