"""A signed decision is stored; the database checks the guard's conditions once more."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar

from ..denial import Denial
from ..models import AuthorizationRequest, Decision


def signed(
    request: AuthorizationRequest,
    denial: Denial,
    outcome: Decision.Outcome,
    *,
    basis: str,
    by: Actor,
    at: datetime,
) -> Decision:
    """Store the signed decision. The database checks the guard's conditions once more."""
    return Decision.objects.create(
        tenant_id=request.tenant_id,
        request=request,
        outcome=outcome,
        basis=basis,
        ground=denial.ground,
        criteria_edition_id=denial.criteria_edition_id,
        benefit_section_id=denial.benefit_section_id,
        clinical_reason=denial.clinical_reason,
        clinical_reason_es=denial.clinical_reason_es,
        plain_reason=denial.plain_reason,
        plain_reason_es=denial.plain_reason_es,
        alternative=denial.alternative,
        alternative_es=denial.alternative_es,
        signed_by_id=by.id,
        signed_by_name=by.name,
        decided_at=at,
        decided_on=office_calendar(request.tenant_id).local(at).date(),
        shown=dict(denial.shown),
    )
