"""The phone desk takes a call for whoever is on call, and pages them."""

from dataclasses import dataclass
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from .. import events
from ..domain.duty_role import DutyRole
from ..models import CallTaken
from ..steps.numbers import readable_number
from .page import page

REASON = "A caller wants to be called back."


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a caller said. `about` is the patient in the caller's words; nothing is looked up."""

    role: DutyRole
    caller: str
    call_back: str
    about: str
    message: str


@action
def take_call(call: Call, *, by: Actor, at: datetime) -> CallTaken:
    """Keep the message, which only the people who are on call read, and page them."""
    by.require(Permission.ON_CALL_TAKE_CALL)
    taken = CallTaken.objects.create(
        tenant_id=by.tenant_id,
        number=readable_number("CT", by.tenant_id, at),
        caller=call.caller,
        call_back=call.call_back,
        about=call.about,
        message=call.message,
        role=call.role.value,
        taken_at=at,
        taken_by_name=by.name,
    )
    record(taken, events.CALL_TAKEN, by=by, at=at, role=call.role.value)
    page(taken, call.role, reason=REASON, by=by, at=at, number=taken.number)
    return taken
