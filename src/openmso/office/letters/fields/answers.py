"""The merge fields of letters that answer a request, or say why the answer takes longer."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .case import CaseFacts, Length, Professional, Wording
from .refusal import Refusal, Remedy


class ValidityEnd(StrEnum):
    """Why an approval ends on the day it ends."""

    TERM = "term"
    COVERAGE = "coverage"
    COURSE_OF_CARE = "course_of_care"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """From and last day, both inclusive. `last_day` is None while a course of care goes on."""

    first_day: date
    last_day: date | None
    end: ValidityEnd
    term: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What was granted. `may_not_be_taken_back` holds where the law says so (HSC 1371.8)."""

    authorization_number: str
    approved: Wording
    decided_on: date
    validity: Validity
    care_from: str = ""
    conditions: tuple[Wording, ...] = ()
    may_not_be_taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalFields:
    case: CaseFacts
    approval: Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialFields:
    case: CaseFacts
    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialApprovalFields:
    """`not_approved` says the refused part in a few plain words: "6 therapy visits"."""

    case: CaseFacts
    approval: Approval
    not_approved: Wording
    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationFields:
    """What is missing, where to send it, by when, and when we decide in any case."""

    case: CaseFacts
    missing: tuple[Wording, ...]
    send_by: datetime
    decide_by: datetime
    fax: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionFields:
    """`longer_by` is added to the original due time, not to today."""

    case: CaseFacts
    reason: Wording
    first_due: datetime
    new_due: datetime
    longer_by: Length
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayFields:
    """Why no decision could be made in time: papers missing, an expert or a test needed."""

    case: CaseFacts
    missing: tuple[Wording, ...]
    expert_or_test: Wording | None
    expected_on: date
    remedies: tuple[Remedy, ...]
    responsible: Professional


class SilenceMeans(StrEnum):
    """What the law says when the time ran out without a decision."""

    NO = "counts_as_no"
    YES = "counts_as_yes"
    STILL_OPEN = "still_open"


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceFields:
    case: CaseFacts
    due_at: datetime
    means: SilenceMeans
    remedies: tuple[Remedy, ...]
    citation: str
