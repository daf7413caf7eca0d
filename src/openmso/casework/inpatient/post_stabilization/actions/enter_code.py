"""A hospital types its one-time code."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.roster.providers.models import Hospital

from ..code_digest import is_code
from ..domain.codes import WORKS_FOR, WRONG_TRIES
from ..events import Event
from ..models import HospitalCode


@action
def enter_code(hospital_id: UUID, typed: str, *, by: Actor, at: datetime) -> bool:
    """Tell whether the code opens the page, and use it up. Every code works once.

    A wrong one counts against each code that is waiting. Raises Hospital.DoesNotExist.
    """
    hospital = Hospital.objects.get(tenant_id=by.tenant_id, id=hospital_id)
    waiting = list(
        HospitalCode.objects.select_for_update().filter(
            tenant_id=by.tenant_id,
            hospital_id=hospital_id,
            used_at=None,
            sent_at__gt=at - WORKS_FOR,
            wrong_tries__lt=WRONG_TRIES,
        )
    )
    right = next((code for code in waiting if is_code(typed, code.digest, code.id)), None)
    if right is None:
        for code in waiting:
            code.wrong_tries += 1
            code.save(update_fields=["wrong_tries"])
        record(hospital, Event.CODE_WRONG, by=by, at=at)
        return False
    right.used_at = at
    right.save(update_fields=["used_at"])
    record(hospital, Event.CODE_USED, by=by, at=at)
    return True
