"""What runs by itself: changes of PCP, IPA or plan are noticed every night, discharges at once."""

from uuid import UUID

from openmso.casework.inpatient.admissions.events import Event as StayEvent
from openmso.casework.inpatient.admissions.models import Admission
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue, every, job, when
from openmso.office.tenants.models import Tenant

from .actions.follow_discharge import follow_discharge
from .actions.keep_continuity import keep_continuity
from .discharges import is_followed
from .domain.states import State
from .events import Event
from .models import CareCase
from .queries import cases_with_new_cover, not_answered_yet

WATCH = "Care watch"


@every("25 9 * * *", name="care.look_for_changes_of_cover")
def look_for_changes_of_cover() -> None:
    """Order a look at each open case whose member's cover may have changed."""
    for tenant in Tenant.objects.order_by("key"):
        for case_id in cases_with_new_cover(tenant.id):
            enqueue(look_at_cover, lock=str(case_id), tenant_id=tenant.id, case_id=case_id)


@job("care.look_at_cover")
def look_at_cover(tenant_id: str, case_id: str) -> None:
    """Write down what goes on, where that is not done yet; run twice, it finds nothing more."""
    _look(tenant_id, case_id)


@when(Event.OPENED)
def look_at_a_new_case(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """A change that is ahead when the case is opened counts at once."""
    del case_kind, event_id
    _look(tenant_id, case_id)


@when(StayEvent.DISCHARGED)
def look_at_a_discharge(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """A discharge of somebody whose care is followed becomes a task, once."""
    del case_kind, event_id
    stay = Admission.objects.get(tenant_id=tenant_id, id=case_id)
    if stay.member_id is None:
        return
    case = CareCase.objects.filter(
        tenant_id=tenant_id, member_id=stay.member_id, state=State.OPEN
    ).first()
    if case is not None and not is_followed(case, stay.number):
        by = Actor.system(WATCH, case.tenant_id)
        follow_discharge(case.id, stay.number, by=by, at=clock.now())


def _look(tenant_id: str, case_id: str) -> None:
    case = CareCase.objects.filter(tenant_id=tenant_id, id=case_id, state=State.OPEN).first()
    if case is not None and not_answered_yet(case):
        by = Actor.system(WATCH, UUID(str(tenant_id)))
        keep_continuity(case.id, by=by, at=clock.now())
