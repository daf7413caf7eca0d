"""What a physician writes when further days are refused, and the facts the guard weighs.

It is the guard of every denial (`prior_auth/domain/decision.py`); only the papers are this stay's.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.criteria.queries import edition_serving
from openmso.casework.prior_auth.denial import CriterionNotInForce
from openmso.casework.prior_auth.domain.decision import DenialFacts, Ground, SignerFacts
from openmso.casework.prior_auth.signatures import signer_of_a_no
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.queries import papers_received
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id

from .models import Admission
from .queries import papers_opened_by


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysNo:
    """`plain_reason` is for the member, `plain_reason_es` the same in Spanish where written."""

    criteria_edition_id: UUID
    clinical_reason: str
    plain_reason: str
    plain_reason_es: str = ""


def signer_facts(stay: Admission, by: Actor, *, at: datetime) -> SignerFacts:
    """Gather what the guard must know of the person who would sign at `at`."""
    opened = papers_opened_by(stay, by.id)
    return signer_of_a_no(by, needs=Permission.STAY_REFUSE_DAYS, opened=opened, at=at)


def refusal_facts(stay: Admission, no: DaysNo) -> DenialFacts:
    """Gather what this no demands of its signer."""
    papers = papers_received(stay.tenant_id, stay.id)
    return DenialFacts(
        ground=Ground.MEDICAL_APPROPRIATENESS,
        state=tenant_by_id(stay.tenant_id).state,
        review_specialties=frozenset(),
        documents=frozenset(paper.id for paper in papers),
        criteria_edition_id=no.criteria_edition_id,
        benefit_section_id=None,
        clinical_reason=no.clinical_reason,
        plain_reason=no.plain_reason,
    )


def require_criterion_in_force(stay: Admission, no: DaysNo, *, at: datetime) -> None:
    """Raise CriterionNotInForce unless the edition named serves on the day."""
    on = office_calendar(stay.tenant_id).local(at).date()
    named = CriteriaEdition.objects.filter(
        tenant_id=stay.tenant_id, id=no.criteria_edition_id
    ).first()
    if named is None or edition_serving(stay.tenant_id, named.key, on) != named:
        raise CriterionNotInForce("Name criteria that serve today.")
