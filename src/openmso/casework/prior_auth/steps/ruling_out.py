"""Two requests are marked as not the same, so that they are not taken for one again."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.worklists.items import refresh_item

from ..models import AuthorizationRequest, NotDuplicates
from ..ruled_out import in_order, ruled_out
from ..worklist import note_of
from .locking import keep


def rule_out(
    request: AuthorizationRequest,
    other: AuthorizationRequest,
    *,
    why: str,
    by: Actor,
    at: datetime,
) -> None:
    """Mark the pair, once, and take back that one looks like the other. Both must be locked."""
    for one, alike in ((request, other), (other, request)):
        if one.likely_duplicate_id == alike.id:
            one.likely_duplicate = None
            keep(one, "likely_duplicate")
        refresh_item(one, note=note_of(one))
    if ruled_out(request, other) is not None:
        return
    first, second = in_order(request.id, other.id)
    NotDuplicates.objects.create(
        tenant_id=request.tenant_id,
        first_id=first,
        second_id=second,
        why=why[:500],
        said_by_name=by.name,
        said_at=at,
    )
