"""Taking a hospital's request for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.versions import keep, require_as_read

from ..models import PostStabilization
from ..queries import CaseNotFound, visible

__all__ = ["keep", "locked"]


def locked(case_id: UUID, *, by: Actor, version: int | None = None) -> PostStabilization:
    """Return the case under a row lock until the action ends.

    Raises CaseNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    case = (
        visible(by)
        .select_for_update(of=("self",))
        .select_related("hospital", "member", "plan", "ipa", "coverage")
        .filter(id=case_id)
        .first()
    )
    if case is None:
        raise CaseNotFound("There is no such request.")
    require_as_read(case, version, called="case")
    return case
