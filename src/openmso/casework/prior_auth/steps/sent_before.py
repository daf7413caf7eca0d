"""The same form under the same key is the same request, however often it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import ParamSpec

from django.db import IntegrityError

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import record

from ..domain.duplicates import Known
from ..domain.request import Request
from ..events import Event
from ..models import AuthorizationRequest

P = ParamSpec("P")


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


def found_the_second_time(once: Callable[P, Received]) -> Callable[P, Received]:
    """Try again when another request came under the same key meanwhile: now it is found."""

    @wraps(once)
    def run(*args: P.args, **kwargs: P.kwargs) -> Received:
        try:
            return once(*args, **kwargs)
        except IntegrityError:
            return once(*args, **kwargs)

    return run
