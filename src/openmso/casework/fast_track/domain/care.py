"""Which care ends, and which questions of the rulebook that asks.

A discharge from the hospital and the end of nursing, home or rehabilitation care have laws of
their own; nothing else in this folder tells them apart by name.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from openmso.standards.calendars import OfficeCalendar


class Care(StrEnum):
    HOSPITAL_STAY = "hospital_stay"
    NURSING_FACILITY = "nursing_facility"
    HOME_HEALTH = "home_health"
    REHABILITATION_FACILITY = "rehabilitation_facility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The rulebook's files about one family of care. `notice`: "" where the notices stand with the
    stay itself; `ask_again`, `decide_again`: "" where no rule names a time."""

    ends: str
    notice: str
    ask: str
    late: str
    explain: str
    decide: str
    ask_again: str
    decide_again: str
    covered: str


_STAY = Questions(
    ends="discharge_day",
    notice="",
    ask="inpatient/discharge_appeal_filing",
    late="inpatient/late_request",
    explain="inpatient/detailed_notice",
    decide="inpatient/discharge_appeal_decision",
    ask_again="",
    decide_again="",
    covered="inpatient/stay_covered",
)
_SERVICES = Questions(
    ends="coverage_ends",
    notice="care_that_ends/termination_notice",
    ask="care_that_ends/fast_appeal_filing",
    late="care_that_ends/late_request",
    explain="care_that_ends/detailed_explanation",
    decide="care_that_ends/fast_appeal_decision",
    ask_again="care_that_ends/second_look_filing",
    decide_again="care_that_ends/second_look_decision",
    covered="care_that_ends/coverage_goes_on",
)
LATE_PAPERS = "care_that_ends/late_papers"
PLAN_ANSWER = "remedies/first_step_fast_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """The end of one member's care. `on` is the day of the discharge, or the last covered day."""

    care: Care
    line_of_business: str
    on: date

    @property
    def questions(self) -> Questions:
        return _STAY if self.care is Care.HOSPITAL_STAY else _SERVICES

    @property
    def facts(self) -> dict[str, object]:
        """What the rules ask about it."""
        return {"line_of_business": self.line_of_business}

    def moment(self, office: OfficeCalendar) -> datetime:
        """Return the instant from which rules count: the start of its day, in office time."""
        return office.at(self.on, time.min)
