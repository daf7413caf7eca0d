"""What a physician writes when a no, or a part of it, stands after an appeal."""

from dataclasses import dataclass
from uuid import UUID

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.roster.benefits.models import BenefitSection

from .domain.deciding import Upholding
from .models import Appeal
from .subject import plan_and_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """One no that stands, as its signer wrote it. `plain_reason` is for the member.

    A request stands by the criteria it was reviewed with; for a claim the signer names an edition.
    """

    ground: Ground
    clinical_reason: str
    plain_reason: str
    plain_reason_es: str = ""
    benefit_section_id: UUID | None = None
    criteria_edition_id: UUID | None = None


def upholding_of(appeal: Appeal, stands: Stands) -> Upholding:
    """Return what the guard weighs of these words."""
    return Upholding(
        ground=stands.ground,
        criterion_named=_names_its_rule(appeal, stands),
        clinical_reason=stands.clinical_reason,
        plain_reason=stands.plain_reason,
    )


def edition_of(appeal: Appeal, stands: Stands) -> UUID | None:
    """Return the criteria by which a no stands on medical grounds; None on any other ground."""
    if stands.ground is not Ground.MEDICAL_APPROPRIATENESS:
        return None
    return appeal.request.criteria_edition_id if appeal.request else stands.criteria_edition_id


def _names_its_rule(appeal: Appeal, stands: Stands) -> bool:
    """On medical grounds there are criteria; else a section of this member's plan, for the year of
    the care, that leaves it out."""
    if stands.ground is Ground.MEDICAL_APPROPRIATENESS:
        return edition_of(appeal, stands) is not None
    plan_id, year = plan_and_year(appeal)
    return BenefitSection.objects.filter(
        tenant_id=appeal.tenant_id,
        id__in=[stands.benefit_section_id],
        plan_id=plan_id,
        year=year,
        covered=False,
    ).exists()
