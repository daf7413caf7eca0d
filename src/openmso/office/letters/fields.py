"""The merge fields of the letters about an authorization request: one frozen record per letter.

Everything a letter states is handed in. Numbers with a unit and dates come from the rulebook or
from the case; no builder knows one. `last_day` dates are inclusive, as people read them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Text somebody wrote, with its language, so that a letter never hides a foreign passage."""

    text: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time as the rulebook gives it: count and unit ("calendar_days", "hours"…)."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One line of a request. `units` is what was asked, `approved_units` what was granted."""

    description: Wording
    code: str
    units: str
    approved_units: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What every letter about a request repeats.

    `asked` says it in a few plain words, fit for the middle of a sentence: "12 therapy visits".
    `received_on` is the day on which the request reached us, in office time.
    """

    request_number: str
    member_name: str
    member_number: str
    plan_name: str
    line_of_business: str
    received_on: date
    requested_by: str
    asked: Wording
    services: tuple[Service, ...]
    time_zone: str


class Ground(StrEnum):
    """The only two grounds on which a request may be denied or reduced."""

    NOT_NECESSARY = "not_medically_necessary"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUsed:
    """The criterion with its edition, or the benefit section with its plan year."""

    name: str
    edition: str
    section: str = ""


class RemedyKind(StrEnum):
    """The ways for which the letters have words of their own, and any other one."""

    PLAN_APPEAL = "plan_appeal"
    GRIEVANCE = "grievance"
    FAST_GRIEVANCE = "fast_grievance"
    STATE_HEARING = "state_hearing"
    INDEPENDENT_REVIEW = "independent_medical_review"
    KEEP_SERVICE = "keep_service"
    ANOTHER_WAY = "another_way"
    A_PERSON = "a_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNamed:
    """The day for one `{place}` of a text."""

    place: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text of the house in both languages it writes, with the days to fill in."""

    en: str
    es: str
    days: tuple[DayNamed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One way to ask for a change, with the lengths and the last day that hold for this letter.

    `key` is its name in the remedy router. `file_within` and `answer_within` are printed when
    given; `file_by` is the last day, inclusive. `name`, `says` and `who` (decides) are the words
    for ANOTHER_WAY; `why` says when it opens, where that is not now. `by_a_person`: nobody but a
    person can tell whether it fits. `warnings` are to be heard before choosing.
    """

    kind: RemedyKind
    key: str = ""
    name: Told | None = None
    says: Told | None = None
    who: Told | None = None
    why: Told | None = None
    by_a_person: bool = False
    file_within: Length | None = None
    file_by: date | None = None
    answer_within: Length | None = None
    fast_answer_within: Length | None = None
    warnings: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional:
    """Who is responsible for a decision, with the number that reaches that person directly."""

    name: str
    title: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerToPeer:
    """The offer to talk to a physician of ours; `until` is the last instant, None if open."""

    phone: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why something was not approved, and every way to ask for a change.

    `alternative` is the treatment to try first, where that is the point of the refusal.
    """

    ground: Ground
    reason: Wording
    clinical_reason: Wording
    rule: RuleUsed
    decided_on: date
    remedies: tuple[Remedy, ...]
    responsible: Professional
    peer_to_peer: PeerToPeer | None = None
    alternative: Wording | None = None


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


Fields = (
    ApprovalFields
    | DenialFields
    | PartialApprovalFields
    | InformationFields
    | ExtensionFields
    | DelayFields
    | SilenceFields
    | ReceiptFields
    | WithdrawalFields
    | NotNeededFields
    | NotEligibleFields
    | ForwardedFields
    | HospitalApprovalFields
    | HospitalDisagreementFields
    | PlanResponsibleFields
)
