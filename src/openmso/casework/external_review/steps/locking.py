"""Taking a case for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.casework.prior_auth.steps.locking import ChangedMeanwhile
from openmso.office.access.actor import Actor

from ..models import ExternalReview
from ..queries import ReviewNotFound, visible


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
    if version is not None and case.version != version:
        raise ChangedMeanwhile(
            "Somebody changed this case while you had it open. Nothing of yours was saved. Read it "
            "again first."
        )
    return case


def keep(case: ExternalReview, *changed: str) -> None:
    """Save the named fields and count the version up."""
    case.version += 1
    case.save(update_fields=[*changed, "version"])
