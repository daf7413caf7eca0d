"""Somebody of the desk opens a case of an IPA that is not theirs, because it cannot wait."""

from datetime import datetime, timedelta

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.emergency_access.actions.open_in_emergency import open_in_emergency
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.timeline.action import action
from openmso.standards.calendars.spans import Span
from openmso.standards.typed_text import kept

from ..models import AuthorizationRequest
from ..queries import RequestNotFound, visible


class OpenAnyway(ValueError):
    """The case lies within the person's reach; there is no glass to break."""


@action
def break_glass(
    number: str,
    *,
    reason: str,
    words: str,
    holds_for: timedelta,
    review_within: Span,
    by: Actor,
    at: datetime,
) -> EmergencyAccess:
    """Let `by` read the case with this number for `holds_for`; see `open_in_emergency`.

    The number must be known: nothing can be looked for by name. Raises RequestNotFound for a
    number that is not this office's, OpenAnyway, SayWhy, NotAllowed.
    """
    by.require(Permission.EMERGENCY_ACCESS)
    if by.practice_id is not None or by.member_id is not None:
        raise NotAllowed("Only our own desk opens a case in an emergency.")
    case = AuthorizationRequest.objects.filter(
        tenant_id=by.tenant_id, number=kept(number).strip().upper()
    ).first()
    if case is None:
        raise RequestNotFound("No case of this office has this number.")
    if visible(by).filter(id=case.id).exists():
        raise OpenAnyway("You can open this case without it.")
    return open_in_emergency(
        case,
        reason=reason,
        words=words,
        holds_for=holds_for,
        review_within=review_within,
        by=by,
        at=at,
    )
