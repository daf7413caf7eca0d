"""A member calls: why, as a code, and what is opened from the call."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.actions.file_appeal import file_appeal
from openmso.casework.appeals.domain.filing import Channel, NotPossible
from openmso.casework.appeals.domain.filing import Filing as AppealFiling
from openmso.casework.appeals.models import Appeal
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.classifier import Chosen, require_answered
from ..domain.filing import Filing
from ..domain.intents import Intent, intents
from ..events import Event
from ..models import Grievance, MemberContact
from .file_grievance import file_grievance


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What one contact opened; at least one of the two."""

    contact: MemberContact
    appeal: Appeal | None
    grievance: Grievance | None


@action
def take_contact(
    member_id: UUID,
    *,
    intent: Intent,
    request_id: UUID | None,
    channel: Channel,
    received_at: datetime,
    by: Actor,
    at: datetime,
) -> MemberContact:
    """Keep why a member called. Raises NotPossible, RequestNotFound."""
    by.require(Permission.GRIEVANCE_FILE)
    if received_at > at:
        raise NotPossible("It cannot have reached us later than now.")
    if intents()[intent].needs_request and request_id is None:
        raise NotPossible("Choose the request that they call about.")
    if request_id is not None and request_for(by, request_id).member_id != member_id:
        raise NotPossible("This request is of another member.")
    contact = MemberContact.objects.create(
        tenant_id=by.tenant_id,
        member_id=member_id,
        intent=intent,
        channel=channel,
        received_at=received_at,
        recorded_at=at,
        taken_by=by.name,
        request_id=request_id,
    )
    record(contact, Event.CONTACT_TAKEN, by=by, at=at, happened_at=received_at, intent=str(intent))
    return contact


@action
def open_from_contact(
    chosen: Chosen,
    *,
    appeal: AppealFiling | None,
    grievance: Filing | None,
    contact_id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Opened:
    """Open what the two questions lead to, both in one transaction, from one contact.

    `appeal` and `grievance` are the filings of the types chosen, None for one that was not.
    `contact_id` is the call whose reason was coded before; a new contact is kept without it.
    Raises NotPossible, and what filing each of them raises.
    """
    require_answered(chosen)
    told = grievance or appeal
    if told is None:
        raise NotPossible("Choose the decision that should be changed.")
    filed = file_appeal(appeal, by=by, at=at) if appeal else None
    member_id = grievance.member_id if grievance else filed.member_id if filed else None
    if member_id is None or (filed is not None and filed.member_id != member_id):
        raise NotPossible("This request is of another member.")
    contact = _coded_before(contact_id, member_id, by=by) or take_contact(
        member_id,
        intent=Intent.CONCERN if grievance else Intent.OBTAIN_APPEAL,
        request_id=appeal.request_id if appeal else None,
        channel=told.channel,
        received_at=told.received_at,
        by=by,
        at=at,
    )
    contact.appeal = filed
    contact.save(update_fields=["appeal"])
    opened = file_grievance(grievance, contact=contact, by=by, at=at) if grievance else None
    record(
        contact,
        Event.CONTACT_OPENED,
        by=by,
        at=at,
        appeal=filed.number if filed else "",
        grievance=opened.number if opened else "",
    )
    return Opened(contact=contact, appeal=filed, grievance=opened)


def _coded_before(contact_id: UUID | None, member_id: UUID, *, by: Actor) -> MemberContact | None:
    """Return the call, when it was this member's and nothing was opened from it yet."""
    if contact_id is None:
        return None
    found = MemberContact.objects.filter(
        tenant_id=by.tenant_id, member_id=member_id, id=contact_id, appeal=None
    )
    return found.filter(grievances=None).first()
