"""The merge fields of each letter of a request, from the case and what the move knows."""

from collections.abc import Callable
from datetime import datetime

from openmso.office.law import office_calendar, rulebook
from openmso.office.letters import fields as f

from ..clock_keeping import decide_by
from ..domain.facts_of_a_no import Said
from ..domain.letters_owed import LetterKind
from ..lengths import extension_of
from ..models import AuthorizationRequest
from ..remedies_named import remedies_after_extension, remedies_after_no
from .first_answers import forwarded, not_eligible, not_needed
from .occasion import Occasion, OccasionMissing
from .refusal import number_for, professional, refusal
from .teller import Teller


def fields_for(
    kind: LetterKind, request: AuthorizationRequest, *, language: str, told: Occasion, at: datetime
) -> f.Fields:
    """Return the merge fields of one letter in the reader's language. Raises OccasionMissing."""
    return _FIELDS[kind](Teller(request, language), told, at)


def _approval(teller: Teller, _told: Occasion, _at: datetime) -> f.Fields:
    return f.ApprovalFields(case=teller.case(), approval=_granted(teller))


def _denial(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    return f.DenialFields(case=teller.case(), refusal=refusal(teller, told, at))


def _part(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    return f.PartialApprovalFields(
        case=teller.case(),
        approval=_granted(teller),
        not_approved=teller.amounts("refused"),
        refusal=refusal(teller, told, at),
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
        fax=number_for(request, "um_fax", at),
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
        remedies=remedies_after_extension(request, at=at),
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
        remedies=remedies_after_no(request, said=Said.LATER, ground=None, at=at),
        responsible=professional(teller, "", at),
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
        remedies=remedies_after_no(request, said=_SILENCE[means], ground=None, at=at),
        citation=told.silence.rule.citation,
    )


def _withdrawal(teller: Teller, told: Occasion, at: datetime) -> f.Fields:
    return f.WithdrawalFields(
        case=teller.case(),
        withdrawn_by=told.withdrawn_by,
        withdrawn_on=office_calendar(teller.request.tenant_id).local(at).date(),
    )


_SILENCE = {
    f.SilenceMeans.NO: Said.NO,
    f.SilenceMeans.YES: Said.LATER,
    f.SilenceMeans.STILL_OPEN: Said.LATER,
}
_FIELDS: dict[LetterKind, Callable[[Teller, Occasion, datetime], f.Fields]] = {
    LetterKind.APPROVAL: _approval,
    LetterKind.DENIAL: _denial,
    LetterKind.PARTIAL_APPROVAL: _part,
    LetterKind.REQUEST_FOR_INFORMATION: _information,
    LetterKind.EXTENSION: _extension,
    LetterKind.DELAY_NOTICE: _delay,
    LetterKind.SILENCE_NOTICE: _silence,
    LetterKind.WITHDRAWAL: _withdrawal,
    LetterKind.NOT_NEEDED: not_needed,
    LetterKind.NOT_ELIGIBLE: not_eligible,
    LetterKind.FORWARDED: forwarded,
}


def _granted(teller: Teller) -> f.Approval:
    return teller.approval(rulebook().rule(teller.request.validity_rule))
