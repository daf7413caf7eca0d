"""The strictest governs, extensions count from the original, no machine clock matters."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine

from openmso.rulebook.book import load_rulebook
from openmso.rulebook.deadlines import compute_due, overridden, strictest
from openmso.rulebook.errors import NoAnswer, NotExtendable
from openmso.standards.calendars import OfficeCalendar

BOOK = load_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
FRIDAY = datetime.fromisoformat("2026-11-20T17:45:00-08:00")
MEDI_CAL = BOOK.ask(
    "prior_auth/decision_due",
    on=date(2026, 11, 20),
    facts={
        "line_of_business": "MEDI-CAL",
        "urgency": "standard",
        "item_or_drug": "item",
        "review_timing": "prospective",
    },
)
JUMPS = [
    ("UTC", "2026-11-20T00:00:00+00:00"),
    ("America/Los_Angeles", "2026-11-01T08:59:59+00:00"),
    ("America/Los_Angeles", "2026-11-01T09:00:01+00:00"),
    ("America/Los_Angeles", "2027-03-14T09:59:59+00:00"),
    ("America/Los_Angeles", "2027-03-14T10:00:01+00:00"),
    ("America/New_York", "2026-11-21T01:45:00+00:00"),
    ("Asia/Tokyo", "2026-11-22T01:45:00+00:00"),
    ("Pacific/Kiritimati", "2028-02-29T12:00:00+00:00"),
    ("Asia/Kolkata", "2026-12-31T23:59:59+00:00"),
    ("Europe/London", "2026-11-21T00:45:00+00:00"),
    ("America/Phoenix", "1999-12-31T23:59:59+00:00"),
    ("Nowhere/Wrong", "2038-01-19T03:14:08+00:00"),
]


@pytest.fixture(params=JUMPS, ids=[f"{zone} at {at[:19]}" for zone, at in JUMPS])
def jumped_machine(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    zone, at = request.param
    with monkeypatch.context() as changed, time_machine.travel(at, tick=False):
        changed.setitem(os.environ, "TZ", zone)
        time.tzset()
        yield
    time.tzset()


def all_due_times() -> dict[str, datetime | None]:
    starts = (
        "2026-10-31T23:30",
        "2026-11-20T17:45:00-08:00",
        "2027-03-14T02:30",
        "2028-02-29T12:00",
    )
    return {
        f"{rule.id} {start} {extended}": compute_due(
            rule, datetime.fromisoformat(start), OFFICE, extended
        ).due_at
        for rule in BOOK.answers.values()
        for start in starts
        for extended in {False, rule.extension is not None}
    }


STORED = all_due_times()


@pytest.mark.usefixtures("jumped_machine")
def test_no_due_time_moves_when_the_machines_clock_or_zone_does() -> None:
    assert all_due_times() == STORED


def test_the_strictest_of_all_authorities_governs() -> None:
    by_law = strictest(MEDI_CAL, FRIDAY, OFFICE)
    monday = datetime.fromisoformat("2026-11-30T09:00:00-08:00")
    by_state = strictest(MEDI_CAL, monday, OFFICE)

    assert (by_law.rule.id, OFFICE.local(by_law.due_at or FRIDAY).day) == ("MC-PA-STD-7", 27)
    # Seven calendar days and five business days from a Monday end on the same Monday.
    assert by_state.due_at == datetime(2026, 12, 8, 7, 59, 59, tzinfo=UTC)


def test_each_clock_starts_at_its_own_moment_and_one_that_did_not_start_does_not_run() -> None:
    received = datetime.fromisoformat("2026-12-07T09:00:00-08:00")
    complete = datetime.fromisoformat("2026-12-07T10:00:00-08:00")

    waiting = strictest(MEDI_CAL, {"request_received": received}, OFFICE)
    both = strictest(
        MEDI_CAL,
        {
            "request_received": datetime.fromisoformat("2026-12-09T09:00:00-08:00"),
            "information_complete": complete,
        },
        OFFICE,
    )

    assert waiting.rule.id == "MC-PA-STD-7"
    assert both.rule.id == "MC-PA-STD-5BD"


def test_an_extension_of_one_authority_does_not_lengthen_the_time_of_another() -> None:
    extended = strictest(MEDI_CAL, FRIDAY, OFFICE, extended=True)

    assert extended.rule.id == "MC-PA-STD-5BD"
    assert OFFICE.local(extended.due_at or FRIDAY).date() == date(2026, 11, 30)


def test_no_extension_where_the_rule_allows_none() -> None:
    drug = BOOK.rule("MA-OD-PARTB-72H")

    with pytest.raises(NotExtendable, match="MA-OD-PARTB-72H allows no extension"):
        compute_due(drug, FRIDAY, OFFICE, extended=True)
    with pytest.raises(NotExtendable):
        strictest([drug], FRIDAY, OFFICE, extended=True)


def test_answers_without_arithmetic_have_no_due_time() -> None:
    gate = BOOK.rule("KK-UR-AI-GATE")

    assert compute_due(gate, FRIDAY, OFFICE).due_at is None
    with pytest.raises(NoAnswer):
        strictest([gate], FRIDAY, OFFICE)


def test_a_fixed_date_is_told() -> None:
    due = compute_due(BOOK.rule("KK-SB306-CEASE"), FRIDAY, OFFICE)

    assert due.working[-1] == "The day is 01/01/2028."


def test_the_working_of_an_extension_goes_on_from_the_original_due_time() -> None:
    due = compute_due(BOOK.rule("MA-OD-STD-PA-7"), FRIDAY, OFFICE, extended=True)

    assert due.working[-3:] == (
        "Extended from the original due 11/27/2026 11:59:59 PM PST (day 0)",
        "14 calendar days later: Fri 12/11/2026; every day counts",
        "Due 12/11/2026 11:59:59 PM PST",
    )


def test_the_houses_ninety_days_give_way_to_the_law_on_treatment_under_way() -> None:
    on = date(2026, 11, 22)
    medicare = BOOK.ask("prior_auth/validity", on=on, facts={"line_of_business": "MA"})
    commercial = BOOK.ask("prior_auth/validity", on=on, facts={"line_of_business": "KK"})

    assert {answer.id for answer in medicare} == {"MA-AUTH-DURATION", "SEED-AUTH-90D"}
    assert overridden(medicare) == {"SEED-AUTH-90D"}
    assert overridden(commercial) == frozenset()


def test_a_thousand_due_times_with_their_working_take_less_than_a_second() -> None:
    rules = [BOOK.rule(name) for name in ("KK-UR-STD-5BD", "MA-OD-STD-PA-7", "MA-OD-EXP-72H")]
    begun = time.process_time()

    for number in range(1000):
        compute_due(rules[number % 3], FRIDAY, OFFICE)

    assert time.process_time() - begun < 1
