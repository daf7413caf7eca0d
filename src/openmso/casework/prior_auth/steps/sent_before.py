"""The same form under the same key is the same request, however often it is sent."""

from dataclasses import dataclass
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import record

from ..domain.duplicates import Known
from ..domain.request import Request
from ..events import Event
from ..models import AuthorizationRequest


class SameKeyOtherContent(ValueError):
    """The sender's key was used before for another request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The request, and whether it was already here under the same key."""

    request: AuthorizationRequest
    duplicate: bool
    likely_duplicate: Known | None = None


def sent_under(client_key: str, *, by: Actor) -> AuthorizationRequest | None:
    """Return the request that came under this key, None when none did."""
    return AuthorizationRequest.objects.filter(
        tenant_id=by.tenant_id, client_key=client_key
    ).first()


def received_again(
    before: AuthorizationRequest, request: Request, *, by: Actor, at: datetime
) -> Received:
    """Answer with the request that is here. Raises SameKeyOtherContent."""
    if before.fingerprint != request.fingerprint():
        raise SameKeyOtherContent(
            f"This form was sent before as {before.number}, with other content. "
            "Open that request, or start a new form."
        )
    record(before, Event.SENT_AGAIN, by=by, at=at)
    return Received(request=before, duplicate=True)
