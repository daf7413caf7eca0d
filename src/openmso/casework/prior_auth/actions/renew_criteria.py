"""The criteria of an open case have been reworded: it goes over to the edition in force."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..criteria_change import change_of_criteria
from ..domain.states import OPEN, State
from ..events import Event
from ..models import AuthorizationRequest, CriteriaFinding
from ..queries import findings_of
from ..steps.locking import keep, locked


@action
def renew_criteria(
    request_id: UUID, *, by: Actor, at: datetime, version: int | None = None
) -> AuthorizationRequest:
    """Let the case go over to the edition in force. Decisions keep the edition they were made by.

    Answers stay where the point has the same words; the others are gone from the case, and stand
    on its timeline. Raises NothingToRenew, MoveNotAllowed, ChangedMeanwhile.
    """
    by.require(Permission.CRITERIA_REVIEW)
    request = locked(request_id, by=by, version=version)
    if State(request.state) not in OPEN:
        raise MoveNotAllowed(f"This case is {request.get_state_display()}; its criteria are kept.")
    before = request.criteria_edition
    change = change_of_criteria(request, at=at)
    carried = _carry_over(request, change.renewal.kept)
    request.criteria_edition = change.edition
    keep(request, "criteria_edition")
    record(
        request,
        Event.CRITERIA_RENEWED,
        by=by,
        at=at,
        before=str(before),
        after=str(change.edition),
        kept=carried,
        again=list(change.renewal.again),
    )
    return request


def _carry_over(request: AuthorizationRequest, kept: Mapping[str, str]) -> list[str]:
    """Give the kept answers the codes of the new edition, which are returned; drop the others."""
    found = findings_of(request)
    CriteriaFinding.objects.filter(tenant_id=request.tenant_id, request=request).delete()
    carried = [finding for code, finding in found.items() if code in kept]
    for finding in carried:
        finding.point_code = kept[finding.point_code]
    CriteriaFinding.objects.bulk_create(carried)
    return sorted(finding.point_code for finding in carried)
