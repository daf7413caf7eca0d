"""A reviewer answers one criteria point: met, not met, or no information, and shows where."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..criteria_points import points_and_findings
from ..domain.states import OPEN, State
from ..domain.triage import PointAnswer
from ..events import Event
from ..models import CriteriaFinding
from ..steps.locking import locked


class NoSuchPoint(LookupError):
    """The case's criteria edition has no such point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An answer with the sentence from the record that shows it, and where that sentence stands."""

    answer: PointAnswer
    quote: str = ""
    document_id: UUID | None = None
    page: int | None = None


@action
def answer_point(
    request_id: UUID, code: str, *, finding: Finding, by: Actor, at: datetime
) -> CriteriaFinding:
    """Store the answer to one point of the case's own edition, over an earlier one.

    Raises NoSuchPoint, MoveNotAllowed when the case is no longer open.
    """
    by.require(Permission.CRITERIA_REVIEW)
    request = locked(request_id, by=by)
    if State(request.state) not in OPEN:
        raise MoveNotAllowed(f"This case is {request.get_state_display()}; its answers are kept.")
    if code not in {point.code for point, _ in points_and_findings(request)}:
        raise NoSuchPoint(f"The criteria of this case have no point {code}.")
    stored, _ = CriteriaFinding.objects.update_or_create(
        tenant_id=request.tenant_id,
        request=request,
        point_code=code,
        defaults={
            "answer": finding.answer,
            "confirmed": True,
            "quote": finding.quote[:500],
            "document_id": finding.document_id,
            "page": finding.page,
            "answered_by_name": by.name,
            "answered_at": at,
        },
    )
    record(request, Event.POINT_ANSWERED, by=by, at=at, point=code, answer=str(finding.answer))
    return stored
