"""Taking an appeal for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.casework.prior_auth.steps.locking import ChangedMeanwhile
from openmso.office.access.actor import Actor

from ..models import Appeal
from ..queries import AppealNotFound, visible


def locked(appeal_id: UUID, *, by: Actor, version: int | None = None) -> Appeal:
    """Return the appeal under a row lock until the action ends.

    Raises AppealNotFound, or ChangedMeanwhile when `version` is not the present one.
    """
    appeal = (
        visible(by)
        .select_for_update(of=("self",))
        .select_related(
            *("request", "request__member", "request__practice", "request__practitioner"),
            *("request__plan", "request__ipa", "request__coverage", "member", "plan", "decision"),
            *("ipa", "payment", "payment__member", "payment__plan"),
        )
        .filter(id=appeal_id)
        .first()
    )
    if appeal is None:
        raise AppealNotFound("There is no such appeal.")
    if version is not None and appeal.version != version:
        raise ChangedMeanwhile(
            "Somebody changed this appeal while you had it open. Nothing of yours was saved. Read "
            "it again first."
        )
    return appeal


def keep(appeal: Appeal, *changed: str) -> None:
    """Save the named fields and count the version up."""
    appeal.version += 1
    appeal.save(update_fields=[*changed, "version"])
