"""A hospital wants to open our page: a one-time code is ordered for its known contact."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue
from openmso.office.timeline.action import action, record
from openmso.roster.providers.models import Hospital

from ..events import Event
from ..models import HospitalCode

SEND = "inpatient.send_hospital_code"


@action
def order_code(hospital_id: UUID, *, by: Actor, at: datetime) -> HospitalCode:
    """Write down that a code was wanted; a job makes and sends it. Raises Hospital.DoesNotExist."""
    hospital = Hospital.objects.get(tenant_id=by.tenant_id, id=hospital_id)
    code = HospitalCode.objects.create(tenant_id=by.tenant_id, hospital=hospital, ordered_at=at)
    record(hospital, Event.CODE_ORDERED, by=by, at=at)
    enqueue(SEND, tenant_id=by.tenant_id, code_id=code.id)
    return code
