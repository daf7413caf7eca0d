"""What a letter that says no gives as its reason, and who answers for it."""

from datetime import datetime
from uuid import UUID

from openmso.office.content.queries import contact_lines, line_for
from openmso.office.law import office_calendar
from openmso.office.letters import fields as f
from openmso.roster.plans.models import Ipa

from ..domain.decision import Ground
from ..models import AuthorizationRequest, Decision
from ..remedies_named import remedies_after_no
from ..ways_on import said_by
from .occasion import Occasion, OccasionMissing
from .teller import Teller

_GROUNDS = {
    Ground.MEDICAL_APPROPRIATENESS: f.Ground.NOT_NECESSARY,
    Ground.NOT_COVERED: f.Ground.NOT_COVERED,
}
_TITLES = {
    "en": ("Physician reviewer", "Utilization management"),
    "es": ("Médico revisor", "Gestión de utilización"),
}


def refusal(teller: Teller, told: Occasion, at: datetime) -> f.Refusal:
    """Return the whole no: ground, reasons, rule, ways to ask again. Raises OccasionMissing."""
    decision = told.decision
    if decision is None or (said := said_by(decision)) is None:
        raise OccasionMissing("the decision that takes something away")
    request, language = teller.request, teller.language
    return f.Refusal(
        ground=_GROUNDS[Ground(decision.ground)],
        reason=f.worded_for(decision.plain_reason, decision.plain_reason_es, language),
        clinical_reason=f.worded_for(
            decision.clinical_reason, decision.clinical_reason_es, language
        ),
        rule=_rule_used(decision, language),
        decided_on=decision.decided_on,
        remedies=remedies_after_no(request, said=said, ground=Ground(decision.ground), at=at),
        responsible=professional(teller, decision.signed_by_name, at),
        peer_to_peer=f.PeerToPeer(phone=number_for(request, "utilization_management", at)),
        alternative=f.worded_for(decision.alternative, decision.alternative_es, language)
        if decision.is_alternative_first
        else None,
    )


def _rule_used(decision: Decision, language: str) -> f.RuleUsed:
    if decision.benefit_section is not None and decision.ground == Ground.NOT_COVERED:
        section = decision.benefit_section
        title = section.title_es if language == "es" and section.title_es else section.title
        return f.RuleUsed(name=title, edition=str(section.year), section=section.section)
    edition = decision.criteria_edition
    if edition is None:
        raise OccasionMissing("the criterion or benefit section of the decision")
    title = edition.title_es if language == "es" else edition.title
    return f.RuleUsed(name=title, edition=edition.edition)


def professional(teller: Teller, name: str, at: datetime) -> f.Professional:
    """Return who answers for the letter: the signer, or the IPA's desk when `name` is empty."""
    request = teller.request
    return who_answers(
        name,
        ipa=request.ipa,
        phone=number_for(request, "utilization_management", at),
        language=teller.language,
    )


def who_answers(name: str, *, ipa: Ipa | None, phone: str, language: str) -> f.Professional:
    """Return the signer, or the desk of the IPA when `name` is empty."""
    physician, desk = _TITLES[language]
    return f.Professional(
        name=name or (ipa.signs_as if ipa else ""), title=physician if name else desk, phone=phone
    )


def number_for(request: AuthorizationRequest, purpose: str, at: datetime) -> str:
    """Return the number for a purpose on the office's day of `at`. Raises OccasionMissing."""
    return number_of_plan(request.tenant_id, request.plan_id, purpose, at)


def number_of_plan(tenant_id: UUID, plan_id: UUID | None, purpose: str, at: datetime) -> str:
    """Do as `number_for`, for a member of this plan."""
    on = office_calendar(tenant_id).local(at).date()
    lines = contact_lines(tenant_id, on, purpose, plan_id)
    line = line_for(lines, purpose, plan_id=plan_id)
    if line is None:
        raise OccasionMissing(f"a contact line for {purpose}")
    return line.voice
