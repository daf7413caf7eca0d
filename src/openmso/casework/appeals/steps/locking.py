"""Taking an appeal for a change: locked, at the version the person read."""

from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.versions import keep, require_as_read

from ..models import Appeal
from ..queries import AppealNotFound, visible

__all__ = ["keep", "locked"]


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
    require_as_read(appeal, version, called="appeal")
    return appeal
