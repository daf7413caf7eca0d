"""Taking a stay for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.versions import keep, require_as_read

from ..domain.states import Act, State, after
from ..models import Admission
from ..queries import StayNotFound, visible

__all__ = ["NotIdentified", "in_house", "keep", "locked", "require_identified"]


class NotIdentified(MoveNotAllowed):
    """Nobody can answer for a patient whom the office has not identified."""


def locked(admission_id: UUID, *, by: Actor, version: int | None = None) -> Admission:
    """Return the stay under a row lock until the action ends.

    Raises StayNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    found = (
        visible(by)
        .select_for_update(of=("self",))
        .select_related("hospital", "member", "plan", "ipa", "coverage")
        .filter(id=admission_id)
        .first()
    )
    if found is None:
        raise StayNotFound("There is no such stay.")
    require_as_read(found, version, called="stay")
    return found


def in_house(admission_id: UUID, *, by: Actor, version: int | None = None) -> Admission:
    """Return the stay, locked, of a patient who is in the hospital. Raises MoveNotAllowed too."""
    found = locked(admission_id, by=by, version=version)
    after(State(found.state), Act.FOLLOW)
    return found


def require_identified(admission: Admission) -> None:
    """Raise NotIdentified while nobody knows whose stay it is."""
    if admission.member_id is None:
        raise NotIdentified("Identify the patient first: the plan is not known yet.")
