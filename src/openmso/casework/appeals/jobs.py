"""What runs by itself: time that runs out, and letters that have left."""

from datetime import datetime
from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue, every, job, when
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.deadlines import is_overdue, overdue
from openmso.office.timeline.queries import line_of_history

from .actions.note_letter_sent import note_letter_sent
from .actions.run_out_of_time import run_out_of_time
from .case_kind import APPEAL
from .domain.deadlines import DECIDE

AT_ONCE = 200
CLOCK = "Clock"


@every("* * * * * */15", name="appeals.look_for_time_run_out")
def look_for_time_run_out() -> None:
    """Find appeals whose time has fully passed and order one job for each."""
    at = clock.now()
    for tenant in Tenant.objects.order_by("key"):
        for deadline in overdue(tenant.id, DECIDE, at=at, limit=AT_ONCE):
            enqueue(
                time_ran_out,
                lock=str(deadline.case_id),
                tenant_id=tenant.id,
                appeal_id=deadline.case_id,
            )


@job("appeals.time_ran_out")
def time_ran_out(tenant_id: str, appeal_id: str) -> None:
    at = clock.now()
    if is_overdue(UUID(tenant_id), UUID(appeal_id), DECIDE, at=at):
        run_out_of_time(UUID(appeal_id), by=Actor.system(CLOCK, UUID(tenant_id)), at=at)


@when("letter.sent")
def letter_was_sent(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    if case_kind != APPEAL:
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


def due_now(at: datetime, tenant_id: UUID) -> int:
    """Carry out everything that is overdue at `at`, oldest first; return how much it was."""
    done = 0
    while found := overdue(tenant_id, DECIDE, at=at, limit=AT_ONCE):
        for deadline in found:
            run_out_of_time(deadline.case_id, by=Actor.system(CLOCK, tenant_id), at=at)
            done += 1
    return done
