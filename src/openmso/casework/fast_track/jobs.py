"""What runs by itself: papers that are late, and a discharge that the QIO was asked about."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from openmso.casework.inpatient.admissions.events import Event as StayEvent
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import every, job, when
from openmso.office.timeline.running_out import (
    carry_out_if_overdue,
    carry_out_overdue,
    order_for_overdue,
)

from .actions.open_for_stay import open_for_stay
from .actions.run_out_of_time import run_out_of_time
from .domain.asking import NoFastTrack
from .domain.clocks import PAPERS
from .domain.states import Move, State, may
from .queries import case_of_stay

_WHO = "Care that ends"


@every("* * * * * */15", name="fast_track.look_for_late_papers")
def look_for_late_papers() -> None:
    """Find cases whose papers are owed and late, and order one job for each."""
    at = clock.now()
    for purpose in PAPERS:
        order_for_overdue(papers_are_late, purpose, case_is="case_id", at=at)


@job("fast_track.papers_are_late")
def papers_are_late(tenant_id: str, case_id: str) -> None:
    carry_out_if_overdue(tenant_id, case_id, *PAPERS, carry_out=run_out_of_time, at=clock.now())


@when(StayEvent.DISPUTED)
def open_the_case_of_a_disputed_discharge(
    tenant_id: str, case_kind: str, case_id: str, event_id: str
) -> None:
    """Open the case of a discharge that the stay's own page was told of; twice opens it once."""
    del case_kind, event_id
    there = case_of_stay(UUID(tenant_id), UUID(case_id))
    if there is not None and not may(State(there.state), Move.BE_TOLD):
        return
    by = Actor.system(_WHO, UUID(tenant_id))
    # Where no law gives this way, the stay keeps what it was told and no case begins.
    with suppress(NoFastTrack):
        open_for_stay(UUID(case_id), by=by, at=clock.now())


def due_now(at: datetime, tenant_id: UUID) -> int:
    """Carry out everything that is overdue at `at`, oldest first; return how much it was."""
    return sum(carry_out_overdue(tenant_id, each, run_out_of_time, at=at) for each in PAPERS)
