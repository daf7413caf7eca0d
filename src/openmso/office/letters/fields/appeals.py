"""The merge fields of letters about appeals and outside reviews."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .answers import Approval
from .case import CaseFacts, Length, Professional, Told, Wording
from .refusal import Refusal, Remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPapersFields:
    """The list of the papers that we sent to an outside reviewer, and of those that may follow.

    `reviewer` says who looks at the case, fit for the middle of a sentence.
    """

    case: CaseFacts
    reviewer: Told
    sent_on: date
    sent: tuple[Told, ...]
    to_follow: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealReceivedFields:
    """An appeal is here. `decide_by` None: no rule gives a time, or it has not begun to run.

    `paper_awaited`: who filed must show that they may speak for the member; `waiver_awaited`: a
    provider must first sign that the member owes nothing. `last_day`, inclusive, is given when it
    came after it.
    """

    case: CaseFacts
    appeal_number: str
    filed_by: str
    filed_on: date
    expedited: bool
    decide_by: datetime | None
    contact: Professional
    paper_awaited: bool = False
    waiver_awaited: bool = False
    last_day: date | None = None
    regulator: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrder:
    """What is paid after all, written like $240.00, and to whom. `pay_by` None: no law says when;
    `from_outside`: a reviewer outside ruled so."""

    amount: str
    pay_to: str
    decided_on: date
    pay_by: datetime | None = None
    from_outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealUpheldFields:
    """A no stands after an appeal, wholly or, with `approval` or `payment`, for the rest.

    `goes_on`: the case file goes to an independent entity by itself, at the latest at `file_by`.
    """

    case: CaseFacts
    appeal_number: str
    refusal: Refusal
    approval: Approval | None = None
    payment: PaymentOrder | None = None
    goes_on: bool = False
    file_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealOverturnedFields:
    """A no was taken back after an appeal; the care is authorized."""

    case: CaseFacts
    appeal_number: str
    approval: Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealExtensionFields:
    """More time is taken for an appeal; `longer_by` is added to the original due time."""

    case: CaseFacts
    appeal_number: str
    reason: Wording
    first_due: datetime
    new_due: datetime
    longer_by: Length
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealNotFastFields:
    """A wish for a fast answer does not qualify: why, and by when the usual answer comes.

    `decide_by` None: no rule gives a time. `remedies`: how to object.
    """

    case: CaseFacts
    appeal_number: str
    reason: Wording
    refused_on: date
    decide_by: datetime | None
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrderedFields:
    """Care that was given is paid after all."""

    case: CaseFacts
    appeal_number: str
    payment: PaymentOrder


class AppealEnd(StrEnum):
    """How an appeal ends without an answer."""

    LATE = "late"
    NO_AUTHORITY = "no_authority"
    NO_WAIVER = "no_waiver"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealClosedFields:
    """An appeal ended without an answer. `by` took it back, `last_day` (inclusive) was missed."""

    case: CaseFacts
    appeal_number: str
    end: AppealEnd
    ended_on: date
    by: str = ""
    last_day: date | None = None
