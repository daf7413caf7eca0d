"""The merge fields of each letter of a request, from the case and what the move knows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from openmso.office.content.queries import contact_lines, line_for
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters import fields as f
from openmso.rulebook.answers import Answer

from .clock_keeping import decide_by
from .domain.decision import Ground
from .domain.letters_owed import LetterKind
from .domain.silence import Silence
from .domain.states import State
from .letter_facts import Teller, extension_of
from .models import AuthorizationRequest, Decision, InformationRequest
from .remedies_named import remedies_after_extension, remedies_after_no

_GROUNDS = {
    Ground.MEDICAL_APPROPRIATENESS: f.Ground.NOT_NECESSARY,
    Ground.NOT_COVERED: f.Ground.NOT_COVERED,
}


_TITLES = {
    "en": ("Physician reviewer", "Utilization management"),
    "es": ("Médico revisor", "Gestión de utilización"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What only the move that owes the letter knows; each letter needs its own part of it."""

    decision: Decision | None = None
    information: InformationRequest | None = None
    first_due: datetime | None = None
    new_due: datetime | None = None
    rule: Answer | None = None
    why: str = ""
    silence: Silence | None = None
    passed_at: datetime | None = None
    withdrawn_by: str = ""


class OccasionMissing(LookupError):
    """A letter was ordered without what only its move knows."""


def fields_for(
    kind: LetterKind, request: AuthorizationRequest, *, language: str, told: Occasion, at: datetime
) -> f.Fields:
    """Return the merge fields of one letter in the reader's language. Raises OccasionMissing."""
    return _FIELDS[kind](Teller(request, language), told, at)


def _approval(teller: Teller, _told: Occasion, _at: datetime) -> f.Fields:
    return f.ApprovalFields(case=teller.case(), approval=_granted(teller))


def _denial(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    return f.DenialFields(case=teller.case(), refusal=_refusal(teller, told, at))


def _part(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    return f.PartialApprovalFields(
        case=teller.case(),
        approval=_granted(teller),
        not_approved=teller.amounts("refused"),
        refusal=_refusal(teller, told, at),
    )


def _information(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    asked = told.information
    if asked is None:
        raise OccasionMissing("what was asked for")
    request = teller.request
    due = decide_by(request) or at
    sentences = [*asked.missing, *([asked.words] if asked.words else [])]
    return f.InformationFields(
        case=teller.case(),
        missing=tuple(f.Wording(text=sentence) for sentence in sentences),
        send_by=due,
        decide_by=due,
        fax=_number(request, "um_fax", at),
    )


def _extension(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    if told.first_due is None or told.new_due is None or told.rule is None:
        raise OccasionMissing("the due times of an extension")
    request = teller.request
    return f.ExtensionFields(
        case=teller.case(),
        reason=f.Wording(text=told.why),
        first_due=told.first_due,
        new_due=told.new_due,
        longer_by=extension_of(told.rule),
        remedies=remedies_after_extension(request.tenant_id, request.line_of_business, at=at),
    )


def _delay(teller: Teller, _told: Occasion, at: datetime) -> f.Fields:
    request = teller.request
    office = office_calendar(request.tenant_id)
    return f.DelayFields(
        case=teller.case(),
        missing=tuple(f.Wording(text=one["sentence"]) for one in request.missing),
        expert_or_test=None
        if request.missing
        else f.Wording(text="a physician who knows this kind of care"),
        expected_on=office.local(decide_by(request) or at).date(),
        remedies=remedies_after_no(request.tenant_id, request.line_of_business, at=at),
        responsible=_professional(teller, "", at),
    )


def _silence(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    if told.silence is None or told.passed_at is None or told.silence.rule is None:
        raise OccasionMissing("what the silence means")
    request = teller.request
    means = f.SilenceMeans.STILL_OPEN
    if told.silence.grants:
        means = f.SilenceMeans.YES
    elif told.silence.opens_appeal:
        means = f.SilenceMeans.NO
    return f.SilenceFields(
        case=teller.case(),
        due_at=told.passed_at,
        means=means,
        remedies=remedies_after_no(request.tenant_id, request.line_of_business, at=at),
        citation=told.silence.rule.citation,
    )


def _withdrawal(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    return f.WithdrawalFields(
        case=teller.case(),
        withdrawn_by=told.withdrawn_by,
        withdrawn_on=office_calendar(teller.request.tenant_id).local(at).date(),
    )


def _not_needed(teller: Teller, told: Occasion, _at: datetime) -> f.Fields:
    request = teller.request
    return f.NotNeededFields(
        case=teller.case(),
        because=f.NotNeededBecause.EMERGENCY
        if request.state == State.EXEMPT
        else f.NotNeededBecause.NOT_ON_LIST,
        receipt_number=request.authorization_number,
        care_on=request.service_from_on,
        list_name=told.why,
        list_edition=f"{request.service_from_on.year}",
    )


_FIELDS: dict[LetterKind, Callable[[Teller, Occasion, datetime], f.Fields]] = {
    LetterKind.APPROVAL: _approval,
    LetterKind.DENIAL: _denial,
    LetterKind.PARTIAL_APPROVAL: _part,
    LetterKind.REQUEST_FOR_INFORMATION: _information,
    LetterKind.EXTENSION: _extension,
    LetterKind.DELAY_NOTICE: _delay,
    LetterKind.SILENCE_NOTICE: _silence,
    LetterKind.WITHDRAWAL: _withdrawal,
    LetterKind.NOT_NEEDED: _not_needed,
}


def _granted(teller: Teller) -> f.Approval:
    return teller.approval(rulebook().rule(teller.request.validity_rule))


def _refusal(teller: Teller, told: Occasion, at: datetime) -> f.Refusal:
    decision = told.decision
    if decision is None:
        raise OccasionMissing("the decision")
    request = teller.request
    return f.Refusal(
        ground=_GROUNDS[Ground(decision.ground)],
        reason=_told(teller, decision.plain_reason, decision.plain_reason_es),
        clinical_reason=_told(teller, decision.clinical_reason, decision.clinical_reason_es),
        rule=_rule_used(decision, teller.language),
        decided_on=decision.decided_on,
        remedies=remedies_after_no(request.tenant_id, request.line_of_business, at=at),
        responsible=_professional(teller, decision.signed_by_name, at),
        peer_to_peer=f.PeerToPeer(phone=_number(request, "utilization_management", at)),
    )


def _told(teller: Teller, english: str, spanish: str) -> f.Wording:
    """Use the Spanish words for a Spanish reader where somebody wrote them."""
    if teller.language == "es" and spanish:
        return f.Wording(text=spanish, language="es")
    return f.Wording(text=english)


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


def _professional(teller: Teller, name: str, at: datetime) -> f.Professional:
    request = teller.request
    physician, desk = _TITLES[teller.language]
    return f.Professional(
        name=name or (request.ipa.signs_as if request.ipa else ""),
        title=physician if name else desk,
        phone=_number(request, "utilization_management", at),
    )


def _number(request: AuthorizationRequest, purpose: str, at: datetime) -> str:
    on = office_calendar(request.tenant_id).local(at).date()
    lines = contact_lines(request.tenant_id, on, purpose, request.plan_id)
    line = line_for(lines, purpose, plan_id=request.plan_id)
    if line is None:
        raise OccasionMissing(f"a contact line for {purpose}")
    return line.voice
