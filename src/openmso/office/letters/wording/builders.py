"""Which builder writes which letter, for whom and in which language."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from openmso.office.letters import fields
from openmso.office.letters.blocks import Block
from openmso.office.letters.letter import Kind, Order, Reader

from .writer import Writer

Builder = Callable[[Writer, Any], tuple[Block, ...]]
Passage = Callable[[Writer, Order], tuple[Block, ...]]
Offer = Callable[[Writer, Order, tuple[Block, ...]], tuple[Block, ...]]

FOLDERS = {
    (Reader.MEMBER, "en"): "member_en",
    (Reader.MEMBER, "es"): "member_es",
    (Reader.PROVIDER, "en"): "provider_en",
    (Reader.HOSPITAL, "en"): "hospital_en",
}
FIELDS_OF: dict[Kind, type[Any]] = {
    Kind.APPROVAL: fields.ApprovalFields,
    Kind.DENIAL: fields.DenialFields,
    Kind.PARTIAL_APPROVAL: fields.PartialApprovalFields,
    Kind.REQUEST_FOR_INFORMATION: fields.InformationFields,
    Kind.EXTENSION: fields.ExtensionFields,
    Kind.DELAY_NOTICE: fields.DelayFields,
    Kind.SILENCE_NOTICE: fields.SilenceFields,
    Kind.RECEIPT: fields.ReceiptFields,
    Kind.WITHDRAWAL: fields.WithdrawalFields,
    Kind.NOT_NEEDED: fields.NotNeededFields,
    Kind.NOT_ELIGIBLE: fields.NotEligibleFields,
    Kind.FORWARDED: fields.ForwardedFields,
    Kind.HOSPITAL_APPROVAL: fields.HospitalApprovalFields,
    Kind.HOSPITAL_DISAGREEMENT: fields.HospitalDisagreementFields,
    Kind.PLAN_RESPONSIBLE: fields.PlanResponsibleFields,
    Kind.APPEAL_RECEIVED: fields.AppealReceivedFields,
    Kind.APPEAL_UPHELD: fields.AppealUpheldFields,
    Kind.APPEAL_OVERTURNED: fields.AppealOverturnedFields,
    Kind.APPEAL_EXTENSION: fields.AppealExtensionFields,
    Kind.APPEAL_CLOSED: fields.AppealClosedFields,
    Kind.APPEAL_NOT_FAST: fields.AppealNotFastFields,
    Kind.PAYMENT_ORDERED: fields.PaymentOrderedFields,
    Kind.GRIEVANCE_RECEIVED: fields.GrievanceReceivedFields,
    Kind.GRIEVANCE_ANSWERED: fields.GrievanceAnsweredFields,
    Kind.GRIEVANCE_EXTENSION: fields.GrievanceExtensionFields,
    Kind.GRIEVANCE_CLOSED: fields.GrievanceClosedFields,
    Kind.STAY_DAYS_APPROVED: fields.StayDaysApprovedFields,
    Kind.STAY_DAYS_REFUSED: fields.StayDaysRefusedFields,
    Kind.STAY_NEWS: fields.StayNewsFields,
    Kind.CARE_PLAN: fields.CarePlanFields,
    Kind.CARE_INSTRUCTIONS: fields.CareInstructionsFields,
    Kind.REVIEW_PAPERS: fields.ReviewPapersFields,
    Kind.DISCHARGE_REASONS: fields.EndReasonsFields,
    Kind.CARE_ENDS_REASONS: fields.EndReasonsFields,
}


def languages_for(reader: Reader) -> tuple[str, ...]:
    """Return the languages in which letters to this reader can be written."""
    return tuple(language for each, language in FOLDERS if each is reader)


def check_fields(kind: Kind, given: object) -> None:
    """Raise TypeError unless these are the merge fields of this letter."""
    expected = FIELDS_OF[kind]
    if not isinstance(given, expected):
        raise TypeError(f"a letter {kind} takes {expected.__name__}, got {type(given).__name__}")


def builder_of(kind: Kind, reader: Reader, language: str) -> Builder:
    """Return the builder of one letter: the function named after it, in the file named after it.

    Raises KeyError for a language without templates.
    """
    builder: Builder = getattr(_file(reader, language, kind.value), kind.value)
    return builder


def help_of(reader: Reader, language: str) -> Passage:
    """Return the writer of the passage that says how to reach us."""
    passage: Passage = _file(reader, language, "getting_help").getting_help
    return passage


def offer_of_translation(reader: Reader, language: str) -> Offer:
    """Return the writer of the passage that offers a translation."""
    offer: Offer = _file(reader, language, "getting_help").offer_of_translation
    return offer


def _file(reader: Reader, language: str, name: str) -> ModuleType:
    return import_module(f"{__package__}.{FOLDERS[reader, language]}.{name}")
