"""Somebody talked with the member or for them, or tried to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import ContactOutcome, ContactWay, ContactWith
from ..events import Event
from ..models import Contact
from ..steps.locking import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk or try; `talked_at` carries a time zone."""

    way: ContactWay
    with_whom: ContactWith
    outcome: ContactOutcome
    talked_at: datetime
    note: str = ""


@action
def record_contact(case_id: UUID, talk: Talk, *, by: Actor, at: datetime) -> Contact:
    """Keep the talk. Raises CareCaseNotFound, NotOpen, NotAllowed, ValueError for the future."""
    by.require(Permission.CARE_CASE_WORK)
    if talk.talked_at > at:
        raise ValueError("a contact cannot lie in the future")
    case = locked(case_id, by=by)
    contact = Contact.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        way=talk.way,
        with_whom=talk.with_whom,
        outcome=talk.outcome,
        note=talk.note,
        talked_at=talk.talked_at,
        written_at=at,
        by_name=by.name,
    )
    record(
        case,
        Event.CONTACT,
        by=by,
        at=at,
        happened_at=talk.talked_at,
        way=str(talk.way),
        outcome=str(talk.outcome),
    )
    return contact
