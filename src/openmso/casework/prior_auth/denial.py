"""What a physician writes when a request is denied or reduced, and the facts the guard weighs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from openmso.casework.criteria.queries import edition_serving
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.queries import papers_received
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.benefits.models import BenefitSection

from .domain.decision import DenialFacts, Ground, SignerFacts
from .models import AuthorizationRequest
from .queries import opened_by
from .signatures import signer_of_a_no


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """One denial or reduction as its signer wrote it.

    `plain_reason` is for the member; the `_es` fields say the same in Spanish where it was written.
    `alternative` names the treatment to try first, if that is the point.
    """

    ground: Ground
    clinical_reason: str
    plain_reason: str
    plain_reason_es: str = ""
    clinical_reason_es: str = ""
    criteria_edition_id: UUID | None = None
    benefit_section_id: UUID | None = None
    alternative: str = ""
    alternative_es: str = ""
    shown: Mapping[str, object] = field(default_factory=dict)


class CriterionNotInForce(ValueError):
    """The criterion or benefit section named does not serve for this case."""


def signer_facts(request: AuthorizationRequest, by: Actor, *, at: datetime) -> SignerFacts:
    """Gather what the guard must know of the person who would sign at `at`."""
    opened = opened_by(request, by.id)
    return signer_of_a_no(by, needs=Permission.PRIOR_AUTH_DENY, opened=opened, at=at)


def denial_facts(request: AuthorizationRequest, denial: Denial) -> DenialFacts:
    """Gather what the case demands of its signer."""
    return DenialFacts(
        ground=denial.ground,
        state=tenant_by_id(request.tenant_id).state,
        review_specialties=frozenset(request.review_specialties),
        documents=frozenset(
            document.id for document in papers_received(request.tenant_id, request.id)
        ),
        criteria_edition_id=denial.criteria_edition_id,
        benefit_section_id=denial.benefit_section_id,
        clinical_reason=denial.clinical_reason,
        plain_reason=denial.plain_reason,
    )


def require_rule_in_force(request: AuthorizationRequest, denial: Denial, *, at: datetime) -> None:
    """Raise CriterionNotInForce unless the edition named is the case's own and still serves, or
    the section is of the member's plan and the year of the service and leaves it out."""
    on = office_calendar(request.tenant_id).local(at).date()
    if denial.ground is Ground.MEDICAL_APPROPRIATENESS:
        edition = request.criteria_edition
        if edition is None or edition.id != denial.criteria_edition_id:
            raise CriterionNotInForce("Decide by the criteria this case was reviewed with.")
        if edition_serving(request.tenant_id, edition.key, on) != edition:
            raise CriterionNotInForce(
                f"Edition {edition.edition} no longer serves. Renew the criteria of the case and "
                "review it with the present edition first."
            )
        return
    section = BenefitSection.objects.filter(
        tenant_id=request.tenant_id,
        id__in=[denial.benefit_section_id],
        plan_id=request.plan_id,
        year=request.service_from_on.year,
        covered=False,
    ).first()
    if section is None:
        raise CriterionNotInForce(
            "Name a section of this member's plan, for the year of the service, that leaves the "
            "service out."
        )
