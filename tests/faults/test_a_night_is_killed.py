"""The office dies while a hospital waits: after the restart the clock speaks, once and whole."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from factories.decisions import physician_of
from factories.inpatient import ASKED_AT, care_told, make_hospital, make_night, night_desk
from factories.prior_auth import World, make_world
from faults.failing_calls import calls_of, die_at
from openmso.casework.inpatient.post_stabilization.actions.answer_disagree import (
    Disagreement,
    answer_disagree,
)
from openmso.casework.inpatient.post_stabilization.actions.answer_yes import Yes, answer_yes
from openmso.casework.inpatient.post_stabilization.actions.pass_to_plan_responsibility import (
    pass_to_plan_responsibility,
)
from openmso.casework.inpatient.post_stabilization.actions.record_never_asked import (
    record_never_asked,
)
from openmso.casework.inpatient.post_stabilization.domain.request import PatientAsTold
from openmso.casework.inpatient.post_stabilization.domain.states import State
from openmso.casework.inpatient.post_stabilization.jobs import due_now
from openmso.casework.inpatient.post_stabilization.models import (
    Consultation,
    PostStabilization,
    SignedAnswer,
)
from openmso.office.access.actor import Actor
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.usefixtures("committed_rows")

DUE = ASKED_AT + timedelta(minutes=60)
AFTER = DUE + timedelta(minutes=7)
MOST_STEPS = 60


def silence(case: PostStabilization, world: World) -> object:
    return pass_to_plan_responsibility(case.id, by=Actor.system("Clock", world.tenant.id), at=AFTER)


def what_is_on_record(case: PostStabilization) -> tuple[int, int, int, int]:
    """How often it was told, written, put on the alert's list, and marked as missed."""
    about = {"case_id": case.id}
    return (
        CaseEvent.objects.filter(**about, name="post_stabilization.time_ran_out").count(),
        OrderedLetter.objects.filter(**about).count(),
        WorklistItem.objects.filter(**about, queue="plan_responsible").count(),
        Deadline.objects.filter(**about, governs=True, missed_at__isnull=False).count(),
    )


@pytest.mark.requirement("S003-18")
def test_the_clock_that_died_anywhere_speaks_once_after_the_restart() -> None:
    world = make_world()
    night: Callable[[], PostStabilization] = partial(
        make_night, world, hospital=make_hospital(world.tenant)
    )
    steps = calls_of(partial(silence, night(), world))
    assert 10 < steps < MOST_STEPS

    for step in range(1, steps + 1):
        case = night()
        assert die_at(step, partial(silence, case, world))
        case.refresh_from_db()
        assert case.state == State.ASKED, f"half done after call {step}"
        assert what_is_on_record(case) == (0, 0, 0, 0)

        due_now(AFTER, world.tenant.id)
        due_now(AFTER + timedelta(minutes=1), world.tenant.id)

        case.refresh_from_db()
        assert (case.state, case.responsible_from) == (State.PLAN_RESPONSIBLE, DUE)
        assert what_is_on_record(case) == (1, 1, 1, 1), f"after call {step}"


def says_yes(case: PostStabilization, world: World, by: Actor) -> object:
    return answer_yes(case.id, Yes(care="Monitored bed"), by=by, at=ASKED_AT)


def says_no(case: PostStabilization, world: World, by: Actor) -> object:
    no = Disagreement(reason="Two normal tests.", consult_phone="+12135550186")
    return answer_disagree(case.id, no, by=by, at=ASKED_AT)


@pytest.mark.requirement("S003-20")
@pytest.mark.parametrize(
    ("answer", "state", "talks"), [(says_yes, State.APPROVED, 0), (says_no, State.DISAGREED, 1)]
)
def test_an_answer_that_died_anywhere_was_never_given_and_the_next_one_is_whole(
    answer: Callable[[PostStabilization, World, Actor], object], state: State, talks: int
) -> None:
    world = make_world()
    night = partial(make_night, world, hospital=make_hospital(world.tenant))
    by = physician_of(world)
    steps = calls_of(partial(answer, night(), world, by))
    assert 10 < steps < MOST_STEPS

    for step in range(1, steps + 1):
        case = night()
        assert die_at(step, partial(answer, case, world, by))
        case.refresh_from_db()
        assert (case.state, answered(case)) == (State.ASKED, (0, 0, 0)), f"after call {step}"

        answer(case, world, by)
        due_now(AFTER, world.tenant.id)

        case.refresh_from_db()
        assert (case.state, answered(case)) == (state, (1, talks, 1)), f"after call {step}"


def answered(case: PostStabilization) -> tuple[int, int, int]:
    """How many signed answers, talks and letters there are."""
    about = {"request_id": case.id}
    return (
        SignedAnswer.objects.filter(**about).count(),
        Consultation.objects.filter(**about).count(),
        OrderedLetter.objects.filter(case_id=case.id).count(),
    )


@pytest.mark.requirement("S003-21")
def test_that_nobody_asked_is_on_record_whole_or_not_at_all() -> None:
    world = make_world()
    hospital, by = make_hospital(world.tenant), night_desk(world)

    def found(key: str) -> object:
        return record_never_asked(
            hospital_id=hospital.id,
            member_id=world.member.id,
            patient=PatientAsTold(name="Alma Quintero"),
            care=care_told(),
            client_key=key,
            by=by,
            at=AFTER,
        )

    found("what is read only once is read here")
    steps = calls_of(partial(found, "counted"))
    for step in range(1, steps + 1):
        key = f"from claim {step}"
        assert die_at(step, partial(found, key))
        assert not PostStabilization.objects.filter(client_key=key).exists()

        found(key)
        case = PostStabilization.objects.get(client_key=key)
        assert (case.state, case.responsible) == (State.NEVER_ASKED, "hospital")
        assert CaseEvent.objects.filter(case_id=case.id).count() == 1
