"""Taking a case for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.versions import keep, require_as_read

from ..models import FastTrackCase
from ..queries import WITH, CaseNotFound, visible

__all__ = ["keep", "locked"]


def locked(case_id: UUID, *, by: Actor, version: int | None = None) -> FastTrackCase:
    """Return the case under a row lock until the action ends.

    Raises CaseNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    found = visible(by).select_for_update(of=("self",)).select_related(*WITH)
    case = found.filter(id=case_id).first()
    if case is None:
        raise CaseNotFound("There is no such case.")
    require_as_read(case, version, called="case")
    return case
