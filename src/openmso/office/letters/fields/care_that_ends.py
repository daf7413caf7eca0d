"""The merge fields of the detailed reasons for the end of care."""

from dataclasses import dataclass
from datetime import date

from .case import CaseFacts, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class EndReasonsFields:
    """Why care can end, once the QIO was asked; for a discharge and for other care alike.

    `case.asked` names the care, fit for the middle of a sentence: "home care". `in_time`: whether
    the member asked in time, so that costs wait as the law says; None where only the QIO knows.
    `what_changed` since the QIO last looked at the same care; None when it is the first time.
    """

    case: CaseFacts
    provider: str
    ends_on: date
    why: Wording
    rule_used: str
    what_changed: Wording | None
    in_time: bool | None
