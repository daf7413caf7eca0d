"""Taking a hospital's request for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.casework.prior_auth.steps.locking import ChangedMeanwhile
from openmso.office.access.actor import Actor

from ..models import PostStabilization
from ..queries import CaseNotFound, visible


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
    if version is not None and case.version != version:
        raise ChangedMeanwhile(
            "Somebody changed this case while you had it open. Nothing of yours was saved. Read it "
            "again first."
        )
    return case


def keep(case: PostStabilization, *changed: str) -> None:
    """Save the named fields and count the version up."""
    case.version += 1
    case.save(update_fields=[*changed, "version"])
