"""The office dies while a hospital waits: after the restart the clock speaks, once and whole."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from factories.inpatient import ASKED_AT, make_hospital, make_night
from factories.prior_auth import World, make_world
from faults.failing_calls import calls_of, die_at
from openmso.casework.inpatient.post_stabilization.actions.pass_to_plan_responsibility import (
    pass_to_plan_responsibility,
)
from openmso.casework.inpatient.post_stabilization.domain.states import State
from openmso.casework.inpatient.post_stabilization.jobs import due_now
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
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
