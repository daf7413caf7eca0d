"""Care asked for before, while or after it is given: what it is called, which clocks run."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from openmso.casework.prior_auth.domain.deadlines import (
    DECIDE,
    TELL_MEMBER,
    TELL_PROVIDER,
    ClockFacts,
    clocks,
)
from openmso.casework.prior_auth.domain.extension import extendable_rules
from openmso.casework.prior_auth.domain.request import Timing, Urgency, timing_of
from openmso.rulebook.book import default_rulebook
from openmso.rulebook.duty_clocks import governing
from openmso.standards.calendars import OfficeCalendar

pytestmark = pytest.mark.requirement("S003-02")

BOOK = default_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles", "federal_observed")
RECEIVED = datetime.fromisoformat("2026-11-19T09:45:00-08:00")
DAY = RECEIVED.date()


def facts(line_of_business: str = "KK", **given: object) -> ClockFacts:
    found = ClockFacts(
        line_of_business=line_of_business,
        urgency=Urgency.STANDARD,
        is_drug=False,
        needs_authorization=True,
        timing=Timing.RETROSPECTIVE,
        received_at=RECEIVED,
        complete_at=RECEIVED,
    )
    return replace(found, **given)


def due(found: ClockFacts, purpose: str = DECIDE) -> tuple[str, str]:
    clock = governing(clocks(found, BOOK, OFFICE), purpose)
    assert clock is not None
    return clock.rule.id, OFFICE.local(clock.due_at).isoformat()


@pytest.mark.parametrize(
    ("from_on", "until_on", "timing"),
    [
        (DAY + timedelta(days=1), None, Timing.PRE_SERVICE),
        (DAY, None, Timing.PRE_SERVICE),
        (DAY - timedelta(days=1), None, Timing.RETROSPECTIVE),
        (DAY - timedelta(days=9), DAY + timedelta(days=9), Timing.CONCURRENT),
        (DAY - timedelta(days=9), DAY + timedelta(days=1), Timing.CONCURRENT),
        (DAY - timedelta(days=9), DAY, Timing.RETROSPECTIVE),
    ],
)
def test_the_day_of_receipt_says_which_timing_it_is(
    from_on: date, until_on: date | None, timing: Timing
) -> None:
    assert timing_of(from_on, until_on, DAY) is timing


@pytest.mark.parametrize(
    ("line_of_business", "timing", "answer"),
    [
        ("KK", Timing.PRE_SERVICE, ("KK-UR-STD-5BD", "2026-11-27T23:59:59-08:00")),
        ("KK", Timing.CONCURRENT, ("KK-UR-STD-5BD", "2026-11-27T23:59:59-08:00")),
        ("KK", Timing.RETROSPECTIVE, ("KK-UR-RETRO-30D", "2026-12-19T23:59:59-08:00")),
        ("MEDI-CAL", Timing.PRE_SERVICE, ("MC-PA-STD-7", "2026-11-26T23:59:59-08:00")),
        ("MEDI-CAL", Timing.CONCURRENT, ("MC-PA-STD-7", "2026-11-26T23:59:59-08:00")),
        ("MEDI-CAL", Timing.RETROSPECTIVE, ("MC-PA-RETRO-30D", "2026-12-19T23:59:59-08:00")),
        ("MA", Timing.RETROSPECTIVE, ("MA-OD-STD-PA-7", "2026-11-26T23:59:59-08:00")),
    ],
)
def test_each_timing_has_its_clock(
    line_of_business: str, timing: Timing, answer: tuple[str, str]
) -> None:
    assert due(facts(line_of_business, timing=timing)) == answer


def test_the_thirty_days_count_from_the_last_paper() -> None:
    complete = RECEIVED + timedelta(days=5)

    assert due(facts(complete_at=complete))[1] == "2026-12-24T23:59:59-08:00"


def test_while_papers_are_missing_they_count_from_receipt_and_say_so() -> None:
    (clock,) = clocks(facts(complete_at=None), BOOK, OFFICE)

    assert OFFICE.local(clock.due_at).date() == date(2026, 12, 19)
    assert "safe start" in clock.working[0]


def test_marked_urgent_care_already_given_is_not_faster() -> None:
    assert due(facts(urgency=Urgency.EXPEDITED)) == due(facts())


def test_the_time_for_care_already_given_is_not_extended() -> None:
    assert extendable_rules(facts("MEDI-CAL"), BOOK, OFFICE) == ()
    assert extendable_rules(facts("MEDI-CAL", timing=Timing.PRE_SERVICE), BOOK, OFFICE)


def test_the_notices_of_care_already_given_fit_into_its_one_limit() -> None:
    decided = facts(decided_at=RECEIVED + timedelta(days=29), outcome="deny")

    assert due(decided, TELL_PROVIDER) == due(decided, TELL_MEMBER) == due(decided, DECIDE)


def test_the_treating_provider_hears_within_a_day_about_care_under_way() -> None:
    decided = RECEIVED + timedelta(days=2)
    under_way = facts(timing=Timing.CONCURRENT, decided_at=decided, outcome="deny")

    assert due(under_way, TELL_PROVIDER) == ("KK-UR-CONC-24H", "2026-11-22T09:45:00-08:00")
    assert governing(clocks(under_way, BOOK, OFFICE), TELL_MEMBER) is None
