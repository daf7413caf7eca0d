"""What is missing on a case is found anew after its papers or words have changed."""

from openmso.office.documents.queries import papers_received

from ..criteria_points import points_and_findings
from ..domain.completeness import CompletenessFacts, what_is_missing
from ..models import AuthorizationRequest


def weigh_again(request: AuthorizationRequest) -> None:
    """Fill `request.missing`; whoever calls this saves it."""
    points = points_and_findings(request)
    found = what_is_missing(
        CompletenessFacts(
            diagnoses=len(request.diagnoses),
            documents=len(papers_received(request.tenant_id, request.id)),
            clinical_summary=request.clinical_summary,
            points=[point.code for point, _ in points],
            answered=[point.code for point, finding in points if finding is not None],
        )
    )
    request.missing = [{"code": one.code, "sentence": one.sentence} for one in found]
