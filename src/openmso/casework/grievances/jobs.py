"""What runs by itself: time that runs out, and letters that have left."""

from openmso.office import clock
from openmso.office.jobs.queue import every, job, when
from openmso.office.outbound.events import SENT
from openmso.office.outbound.left import letter_left
from openmso.office.timeline.running_out import carry_out_if_overdue, order_for_overdue

from .actions.note_letter_sent import note_letter_sent
from .actions.run_out_of_time import run_out_of_time
from .case_kind import GRIEVANCE
from .domain.deadlines import ANSWER


@every("* * * * * */15", name="grievances.look_for_time_run_out")
def look_for_time_run_out() -> None:
    """Find grievances whose time has fully passed and order one job for each."""
    order_for_overdue(time_ran_out, ANSWER, case_is="grievance_id", at=clock.now())


@job("grievances.time_ran_out")
def time_ran_out(tenant_id: str, grievance_id: str) -> None:
    carry_out_if_overdue(tenant_id, grievance_id, ANSWER, carry_out=run_out_of_time, at=clock.now())


@when(SENT)
def letter_of_grievance_was_sent(
    tenant_id: str, case_kind: str, case_id: str, event_id: str
) -> None:
    if case_kind == GRIEVANCE:
        letter_left(tenant_id, case_id, event_id, note=note_letter_sent, at=clock.now())
