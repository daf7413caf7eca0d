"""Taking a grievance for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.casework.prior_auth.steps.locking import ChangedMeanwhile
from openmso.office.access.actor import Actor

from ..models import Grievance
from ..queries import GrievanceNotFound, visible


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
    if version is not None and grievance.version != version:
        raise ChangedMeanwhile(
            "Somebody changed this grievance while you had it open. Nothing of yours was saved. "
            "Read it again first."
        )
    return grievance


def keep(grievance: Grievance, *changed: str) -> None:
    """Save the named fields and count the version up."""
    grievance.version += 1
    grievance.save(update_fields=[*changed, "version"])
