"""Taking a case for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.versions import keep, require_as_read

from ..models import ExternalReview
from ..queries import ReviewNotFound, visible

__all__ = ["keep", "locked"]


def locked(review_id: UUID, *, by: Actor, version: int | None = None) -> ExternalReview:
    """Return the case under a row lock until the action ends.

    Raises ReviewNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    case = (
        visible(by)
        .select_for_update(of=("self",))
        .select_related("request", "member", "plan", "ipa")
        .filter(id=review_id)
        .first()
    )
    if case is None:
        raise ReviewNotFound("There is no such case.")
    require_as_read(case, version, called="case")
    return case
