"""Taking a case for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.casework.prior_auth.steps.locking import ChangedMeanwhile
from openmso.office.access.actor import Actor

from ..models import FastTrackCase
from ..queries import WITH, CaseNotFound, visible


def locked(case_id: UUID, *, by: Actor, version: int | None = None) -> FastTrackCase:
    """Return the case under a row lock until the action ends.

    Raises CaseNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    found = visible(by).select_for_update(of=("self",)).select_related(*WITH)
    case = found.filter(id=case_id).first()
    if case is None:
        raise CaseNotFound("There is no such case.")
    if version is not None and case.version != version:
        raise ChangedMeanwhile(
            "Somebody changed this case while you had it open. Nothing of yours was saved. Read it "
            "again first."
        )
    return case


def keep(case: FastTrackCase, *changed: str) -> None:
    """Save the named fields and count the version up."""
    case.version += 1
    case.save(update_fields=[*changed, "version"])
