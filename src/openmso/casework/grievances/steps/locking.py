"""Taking a grievance for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.versions import keep, require_as_read

from ..models import Grievance
from ..queries import GrievanceNotFound, visible

__all__ = ["keep", "locked"]


def locked(grievance_id: UUID, *, by: Actor, version: int | None = None) -> Grievance:
    """Return the grievance under a row lock until the action ends.

    Raises GrievanceNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    grievance = (
        visible(by)
        .select_for_update(of=("self",))
        .select_related("member", "plan", "ipa", "request", "appeal")
        .filter(id=grievance_id)
        .first()
    )
    if grievance is None:
        raise GrievanceNotFound("There is no such grievance.")
    require_as_read(grievance, version, called="grievance")
    return grievance
