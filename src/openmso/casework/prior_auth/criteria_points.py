"""The points of the request's own criteria edition, each with its answer."""

from openmso.casework.criteria.models import CriteriaPoint
from openmso.casework.criteria.queries import points_of

from .models import AuthorizationRequest, CriteriaFinding
from .queries import findings_of


def points_and_findings(
    request: AuthorizationRequest,
) -> list[tuple[CriteriaPoint, CriteriaFinding | None]]:
    """Return every point in printed order with its answer, None where nobody has answered."""
    if request.criteria_edition_id is None:
        return []
    findings = findings_of(request)
    return [
        (point, findings.get(point.code))
        for point in points_of(request.tenant_id, request.criteria_edition_id)
    ]
