"""What runs by itself: time that runs out, and letters that have left."""

from datetime import datetime
from uuid import UUID

from openmso.office import clock
from openmso.office.jobs.queue import every, job, when
from openmso.office.outbound.events import SENT
from openmso.office.outbound.left import letter_left
from openmso.office.timeline.running_out import (
    carry_out_if_overdue,
    carry_out_overdue,
    order_for_overdue,
)

from .actions.note_letter_sent import note_letter_sent
from .actions.run_out_of_time import run_out_of_time
from .case_kind import PRIOR_AUTH
from .domain.deadlines import DECIDE


@every("* * * * * */15", name="prior_auth.look_for_time_run_out")
def look_for_time_run_out() -> None:
    """Find requests whose time has fully passed and order one job for each."""
    order_for_overdue(time_ran_out, DECIDE, case_is="request_id", at=clock.now())


@job("prior_auth.time_ran_out")
def time_ran_out(tenant_id: str, request_id: str) -> None:
    carry_out_if_overdue(tenant_id, request_id, DECIDE, carry_out=run_out_of_time, at=clock.now())


@when(SENT)
def letter_was_sent(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    if case_kind == PRIOR_AUTH:
        letter_left(tenant_id, case_id, event_id, note=note_letter_sent, at=clock.now())


def due_now(at: datetime, tenant_id: UUID) -> int:
    """Carry out everything that is overdue at `at`, oldest first; return how much it was."""
    return carry_out_overdue(tenant_id, DECIDE, run_out_of_time, at=at)
