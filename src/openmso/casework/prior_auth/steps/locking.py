"""Taking a request for a change: locked, as the viewer may see it, at the version they read."""

from typing import Unpack
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.statement import statement
from openmso.office.timeline.versions import ChangedMeanwhile, keep

from ..models import AuthorizationRequest
from ..queries import Reach, RequestNotFound, reach_of, within

__all__ = ["keep", "locked"]


def locked(request_id: UUID, *, by: Actor, version: int | None = None) -> AuthorizationRequest:
    """Return the request under a row lock until the action ends.

    Raises RequestNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    request = next(iter(_locked(request_id=request_id, **reach_of(by))), None)
    if request is None:
        raise RequestNotFound("There is no such request.")
    if version is not None and request.version != version:
        raise ChangedMeanwhile(
            "Somebody changed this case while you had it open; it is now "
            f"{request.get_state_display()}. Nothing of yours was saved. Read it again first."
        )
    return request


@statement
def _locked(request_id: UUID, **reach: Unpack[Reach]) -> QuerySet[AuthorizationRequest]:
    return (
        within(**reach)
        .filter(id=request_id)
        .select_for_update(of=("self",))
        .select_related("member", "practice", "practitioner", "plan", "ipa", "coverage")
    )
