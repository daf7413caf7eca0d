"""What our record says about a day on which nobody covers the member."""

from datetime import UTC, date, datetime
from uuid import uuid4

from openmso.casework.prior_auth.domain.uncovered import Uncovered, Why, why_uncovered
from openmso.roster.eligibility.domain.coverage import Coverage

CARE_ON = date(2026, 12, 1)


def span(from_on: date, until_on: date | None, *, corrected: bool = False) -> Coverage:
    return Coverage(
        span_id=uuid4(),
        member_id=uuid4(),
        plan_id=uuid4(),
        plan_name=f"Plan of {from_on.year}",
        line_of_business="MA",
        funding="",
        licensed_plan=True,
        ipa_id=uuid4(),
        ipa_name="Elm Street IPA",
        pcp_id=None,
        pcp_name="",
        member_number="1",
        from_on=from_on,
        until_on=until_on,
        known_from=datetime(2024, 1, 1, tzinfo=UTC),
        known_until=datetime(2026, 1, 1, tzinfo=UTC) if corrected else None,
    )


def test_coverage_that_ended_is_told_with_its_last_day() -> None:
    known = [span(date(2024, 1, 1), date(2025, 1, 1)), span(date(2025, 1, 1), date(2026, 11, 1))]

    found = why_uncovered(known, CARE_ON)

    assert found == Uncovered(
        why=Why.ENDED, plan="Plan of 2025", ipa="Elm Street IPA", turning_on=date(2026, 10, 31)
    )


def test_coverage_to_come_is_told_with_its_first_day() -> None:
    found = why_uncovered([span(date(2027, 1, 1), None)], CARE_ON)

    assert (found.why, found.turning_on) == (Why.NOT_BEGUN, date(2027, 1, 1))


def test_what_ended_is_told_before_what_is_to_come() -> None:
    known = [span(date(2027, 1, 1), None), span(date(2026, 1, 1), date(2026, 12, 1))]

    found = why_uncovered(known, CARE_ON)

    assert (found.why, found.turning_on) == (Why.ENDED, date(2026, 11, 30))


def test_a_corrected_record_does_not_count() -> None:
    known = [span(date(2026, 1, 1), date(2026, 11, 1), corrected=True)]

    assert why_uncovered(known, CARE_ON) == Uncovered(why=Why.NOT_WITH_US)
