"""How long an approval holds, and why it ends then."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates, none, one_of

from openmso.casework.prior_auth.domain.deadlines import ClockFacts
from openmso.casework.prior_auth.domain.request import Timing, Urgency
from openmso.casework.prior_auth.domain.validity import Validity, validity_of
from openmso.rulebook.book import load_rulebook
from openmso.standards.calendars import OfficeCalendar

BOOK = load_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
APPROVED_AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def validity(
    line_of_business: str = "MEDI-CAL",
    *,
    course: bool = False,
    coverage_until_on: date | None = None,
    at: datetime = APPROVED_AT,
) -> Validity:
    facts = ClockFacts(
        line_of_business=line_of_business,
        urgency=Urgency.STANDARD,
        is_drug=False,
        needs_authorization=True,
        timing=Timing.PRE_SERVICE,
        received_at=at,
        complete_at=at,
    )
    return validity_of(
        facts,
        approved_at=at,
        course_of_treatment=course,
        coverage_until_on=coverage_until_on,
        book=BOOK,
        office=OFFICE,
    )


@pytest.mark.requirement("S003-15")
def test_ninety_days_and_the_last_day_counts() -> None:
    found = validity()

    assert (found.from_on, found.last_on) == (date(2026, 11, 20), date(2027, 2, 18))
    assert found.rule_id == "SEED-AUTH-90D"


@pytest.mark.requirement("S003-15")
def test_coverage_that_ends_first_ends_the_approval() -> None:
    found = validity(coverage_until_on=date(2027, 1, 1))

    assert found.last_on == date(2026, 12, 31)
    assert "coverage" in found.why
    assert "cobertura" in found.why_es


def test_a_medicare_course_of_treatment_has_no_flat_last_day() -> None:
    found = validity("MA", course=True)

    assert found.last_on is None
    assert found.rule_id == "MA-AUTH-DURATION"


def test_a_medicare_course_still_ends_with_coverage() -> None:
    assert validity("MA", course=True, coverage_until_on=date(2027, 6, 1)).last_on == date(
        2027, 5, 31
    )


def test_a_single_service_of_medicare_keeps_the_houses_ninety_days() -> None:
    assert validity("MA").rule_id == "SEED-AUTH-90D"


@given(
    day=dates(date(2026, 1, 1), date(2029, 12, 31)),
    coverage=one_of(none(), dates(date(2026, 1, 2), date(2030, 12, 31))),
)
def test_an_approval_never_outlives_coverage_and_never_ends_before_it_begins(
    day: date, coverage: date | None
) -> None:
    at = datetime(day.year, day.month, day.day, 20, 0, tzinfo=UTC)

    found = validity(coverage_until_on=coverage, at=at)

    assert found.until_on is not None
    assert found.until_on >= found.from_on
    assert found.until_on - found.from_on <= timedelta(days=91)
    if coverage is not None and coverage > found.from_on:
        assert found.until_on <= coverage
