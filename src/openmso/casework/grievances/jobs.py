"""What runs by itself: time that runs out, and letters that have left."""

from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import every, job, when
from openmso.office.timeline.deadlines import is_overdue
from openmso.office.timeline.queries import line_of_history
from openmso.office.timeline.running_out import CLOCK, order_for_overdue

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
    at = clock.now()
    if is_overdue(UUID(tenant_id), UUID(grievance_id), ANSWER, at=at):
        run_out_of_time(UUID(grievance_id), by=Actor.system(CLOCK, UUID(tenant_id)), at=at)


@when("letter.sent")
def letter_of_grievance_was_sent(
    tenant_id: str, case_kind: str, case_id: str, event_id: str
) -> None:
    if case_kind != GRIEVANCE:
        return
    event = line_of_history(tenant_id, event_id)
    note_letter_sent(
        UUID(case_id),
        kind=str(event.details["what"]),
        to=str(event.details["to"]),
        sent_at=event.happened_at,
        by=Actor.system("Post room", UUID(tenant_id)),
        at=clock.now(),
    )
