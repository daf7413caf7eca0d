"""The merge fields of letters about grievances. The case's number is the grievance's own.

`case.asked` names what it is about: "Waiting for a visit or for the phone".
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .case import CaseFacts, Length, Professional, Wording
from .refusal import Remedy


class GrievanceFinding(StrEnum):
    """What we found."""

    RIGHT = "right"
    PARTLY = "partly"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGroup:
    """A group outside that looks at the quality of care."""

    name: str
    name_es: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GrievanceReceivedFields:
    """A concern is here. `answer_by` None: no rule gives a time.

    `regulator`: the member may go to the regulator, at once when it is urgent. `paper_awaited`: who
    told us must show that they may speak for the member. `about_a_decision`: it may be an appeal.
    """

    case: CaseFacts
    filed_by: str
    expedited: bool
    answer_by: datetime | None
    contact: Professional
    paper_awaited: bool = False
    regulator: bool = False
    about_a_decision: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GrievanceAnsweredFields:
    """A concern is answered. `answer` are the words of whoever looked at it.

    `review_group` is named where the concern is about the quality of care and there is one.
    """

    case: CaseFacts
    answered_on: date
    finding: GrievanceFinding
    answer: Wording
    responsible: Professional
    remedies: tuple[Remedy, ...]
    quality_of_care: bool = False
    review_group: ReviewGroup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GrievanceExtensionFields:
    """More time is taken; `longer_by` is added to the original due time."""

    case: CaseFacts
    reason: Wording
    first_due: datetime
    new_due: datetime
    longer_by: Length
    contact: Professional


class GrievanceEnd(StrEnum):
    """How a grievance ends without an answer."""

    WITHDRAWN = "withdrawn"
    NO_AUTHORITY = "no_authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class GrievanceClosedFields:
    """A grievance ended without an answer; `by` took it back."""

    case: CaseFacts
    end: GrievanceEnd
    ended_on: date
    by: str = ""
