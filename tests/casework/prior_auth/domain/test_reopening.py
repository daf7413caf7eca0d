"""A request that is opened again: clocks of its own, and until when it may be opened at all."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from openmso.casework.prior_auth.domain.deadlines import DECIDE, ClockFacts, clocks
from openmso.casework.prior_auth.domain.extension import extendable_rules
from openmso.casework.prior_auth.domain.reopening import (
    TooLateToReopen,
    last_day_to_reopen,
    require_in_time,
)
from openmso.casework.prior_auth.domain.request import Timing, Urgency
from openmso.casework.prior_auth.domain.silence import meaning_of_silence
from openmso.rulebook.book import default_rulebook
from openmso.rulebook.duty_clocks import governing
from openmso.standards.calendars import OfficeCalendar

BOOK = default_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles", "federal_observed")
RECEIVED = datetime.fromisoformat("2025-12-29T09:00:00-08:00")
DECIDED = datetime.fromisoformat("2026-01-05T15:00:00-08:00")
REOPENED = datetime.fromisoformat("2026-02-10T10:00:00-08:00")


def facts(line_of_business: str = "MA", **given: object) -> ClockFacts:
    found = ClockFacts(
        line_of_business=line_of_business,
        urgency=Urgency.STANDARD,
        is_drug=False,
        needs_authorization=True,
        timing=Timing.PRE_SERVICE,
        received_at=RECEIVED,
        complete_at=RECEIVED,
        reopened_at=REOPENED,
    )
    return replace(found, **given)


def test_the_clock_begins_with_the_reopening_by_the_law_of_that_day() -> None:
    clock = governing(clocks(facts(), BOOK, OFFICE), DECIDE)

    assert clock is not None
    # Received under the 14 days of 2025; opened again under the 7 days of 2026.
    assert (clock.rule.id, clock.started_at) == ("MA-OD-STD-PA-7", REOPENED)
    assert clock.due_at == datetime.fromisoformat("2026-02-17T23:59:59-08:00")
    assert clock.rule.starts_at == "reopened"
    assert "opened again" in clock.working[0]


@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK", "AZ-COMM"])
@pytest.mark.parametrize("urgency", list(Urgency))
def test_in_every_line_a_reopened_request_has_the_time_of_a_new_one(
    line_of_business: str, urgency: Urgency
) -> None:
    again = governing(clocks(facts(line_of_business, urgency=urgency), BOOK, OFFICE), DECIDE)
    new = facts(
        line_of_business,
        urgency=urgency,
        received_at=REOPENED,
        complete_at=REOPENED,
        reopened_at=None,
    )

    fresh = governing(clocks(new, BOOK, OFFICE), DECIDE)

    assert again is not None
    assert fresh is not None
    assert (again.rule.id, again.due_at) == (fresh.rule.id, fresh.due_at)


def test_more_time_is_allowed_by_the_rules_of_the_reopening() -> None:
    assert [rule.id for rule in extendable_rules(facts(), BOOK, OFFICE)] == ["MA-OD-STD-PA-7"]


@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK", "AZ-COMM"])
def test_silence_on_a_reopened_request_grants_and_denies_nothing(line_of_business: str) -> None:
    silence = meaning_of_silence(
        facts(line_of_business, is_drug=True), BOOK, on=REOPENED.date() + timedelta(days=30)
    )

    assert (silence.consequence, silence.rule) == (None, None)


def test_a_decision_may_be_opened_again_to_the_end_of_the_last_day_and_not_later() -> None:
    limit = last_day_to_reopen(facts(), decided_at=DECIDED, book=BOOK, office=OFFICE)

    assert limit is not None
    assert limit.rule.id == "MA-REOPEN-1Y"
    assert limit.due_at == datetime.fromisoformat("2027-01-05T23:59:59-08:00")
    require_in_time(limit, at=limit.due_at, office=OFFICE)
    with pytest.raises(TooLateToReopen, match="01/05/2027"):
        require_in_time(limit, at=limit.due_at + timedelta(seconds=1), office=OFFICE)


@pytest.mark.parametrize("line_of_business", ["MEDI-CAL", "KK", "AZ-COMM"])
def test_where_no_rule_sets_a_limit_there_is_none(line_of_business: str) -> None:
    limit = last_day_to_reopen(
        facts(line_of_business), decided_at=DECIDED, book=BOOK, office=OFFICE
    )

    assert limit is None
    require_in_time(limit, at=DECIDED + timedelta(days=4000), office=OFFICE)
