"""The merge fields of letters that answer a request without deciding about the care."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .case import CaseFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFields:
    case: CaseFacts
    expedited: bool
    decide_by: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalFields:
    """`withdrawn_by` is a name; `reason` may be empty."""

    case: CaseFacts
    withdrawn_by: str
    withdrawn_on: date


class NotNeededBecause(StrEnum):
    NOT_ON_LIST = "not_on_list"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNeededFields:
    """The answer that no approval is needed. `list_name` and `list_edition` say by which list."""

    case: CaseFacts
    because: NotNeededBecause
    receipt_number: str
    care_on: date
    list_name: str
    list_edition: str


class NotEligibleBecause(StrEnum):
    """What our record of the member's coverage says about the day of care."""

    ENDED = "coverage_ended"
    NOT_BEGUN = "coverage_not_begun"
    NOT_WITH_US = "not_with_us"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEligibleFields:
    """The answer that we found no coverage with us on the day of care; it says nothing of the care.

    `turning_on` is the last day of the coverage that ended, or the first of the one to come, and
    `known_plan` and `known_ipa` are its names; all are empty when we know of none.
    """

    case: CaseFacts
    because: NotEligibleBecause
    care_on: date
    known_plan: str = ""
    known_ipa: str = ""
    turning_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardedFields:
    """The answer that the health plan decides; `forwarded_on` is the day we passed it on."""

    case: CaseFacts
    forwarded_on: date
