"""What a physician writes when a no, or a part of it, stands after an appeal."""

from dataclasses import dataclass
from uuid import UUID

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.roster.benefits.models import BenefitSection

from .domain.deciding import Upholding
from .models import Appeal


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """One no that stands, as its signer wrote it. `plain_reason` is for the member."""

    ground: Ground
    clinical_reason: str
    plain_reason: str
    plain_reason_es: str = ""
    benefit_section_id: UUID | None = None


def upholding_of(appeal: Appeal, stands: Stands) -> Upholding:
    """Return what the guard weighs of these words."""
    return Upholding(
        ground=stands.ground,
        criterion_named=_names_its_rule(appeal, stands),
        clinical_reason=stands.clinical_reason,
        plain_reason=stands.plain_reason,
    )


def _names_its_rule(appeal: Appeal, stands: Stands) -> bool:
    """On medical grounds the criteria the request was reviewed with count; else a section of this
    member's plan, for the year of the service, that leaves the service out."""
    request = appeal.request
    if stands.ground is Ground.MEDICAL_APPROPRIATENESS:
        return request.criteria_edition_id is not None
    return BenefitSection.objects.filter(
        tenant_id=appeal.tenant_id,
        id__in=[stands.benefit_section_id],
        plan_id=request.plan_id,
        year=request.service_from_on.year,
        covered=False,
    ).exists()
