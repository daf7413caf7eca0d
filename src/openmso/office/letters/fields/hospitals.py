"""The merge fields of letters to hospitals and doctors: the night, and the stay."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .case import CaseFacts, Professional, Wording
from .refusal import RuleUsed


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalNight:
    """What a hospital told us about a stabilized patient. Instants carry a time zone."""

    asked_at: datetime
    stabilized_at: datetime
    stabilized_by: str
    care: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalApprovalFields:
    """Our yes to a hospital, given in time. `next_review_on` None: none was set."""

    case: CaseFacts
    night: HospitalNight
    answered_at: datetime
    authorization_number: str
    approved: Wording
    level_of_care: str = ""
    next_review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalDisagreementFields:
    """Our physician's no, given in time, with the talk that is offered."""

    case: CaseFacts
    night: HospitalNight
    answered_at: datetime
    clinical_reason: Wording
    physician: Professional
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResponsibleFields:
    """Nobody answered by `due_at`: the plan is responsible from then on, by `citation`."""

    case: CaseFacts
    night: HospitalNight
    due_at: datetime
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StayDaysApprovedFields:
    """Hospital days approved from `first_day` up to but without `until_on`."""

    case: CaseFacts
    first_day: date
    until_on: date
    next_review_on: date | None
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StayDaysRefusedFields:
    """Our physician's no to hospital days from `from_on` on."""

    case: CaseFacts
    from_on: date
    clinical_reason: Wording
    rule: RuleUsed
    physician: Professional
    decided_at: datetime


class StayNews(StrEnum):
    """What a patient's own doctor is told of."""

    ADMITTED = "admitted"
    TRANSFERRED = "transferred"
    DISCHARGED = "discharged"


@dataclass(frozen=True, slots=True, kw_only=True)
class StayNewsFields:
    """One thing that happened to a patient in a hospital; what is not known yet is empty."""

    case: CaseFacts
    news: StayNews
    happened_at: datetime
    hospital_name: str
    hospital_phone: str
    level_of_care: str
    planned: bool
    attending: str
    discharged_to: str = ""
    instructions: Wording | None = None
    follow_up_with: str = ""
    follow_up_on: date | None = None
