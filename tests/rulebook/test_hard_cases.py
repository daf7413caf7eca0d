"""Cases that a simple count gets wrong, each worked by hand from the law that ships."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import load_rulebook
from openmso.rulebook.circumstances import Circumstances, Pause, presumed_receipt
from openmso.rulebook.clocks import on_retyping, running_clocks
from openmso.rulebook.deadlines import Moments, compute_due, earliest, strictest
from openmso.rulebook.errors import NotPausable
from openmso.standards.calendars import OfficeCalendar, Span, Unit, due_after

BOOK = load_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
at = datetime.fromisoformat
MA_ITEM = {
    "line_of_business": "MA",
    "urgency": "standard",
    "item_or_drug": "item",
    "subject_to_prior_authorization": True,
}
MEDI_CAL_ITEM = {
    "line_of_business": "MEDI-CAL",
    "urgency": "standard",
    "item_or_drug": "item",
    "review_timing": "prospective",
}


def local_due(rule: Answer, start: str, **given: Any) -> str:
    due = compute_due(rule, at(start), OFFICE, **given).due_at
    assert due is not None
    return f"{OFFICE.local(due):%Y-%m-%dT%H:%M:%S}"


def governing(facts: dict[str, object], moments: Moments) -> tuple[str, str]:
    first = running_clocks(
        BOOK, "prior_auth/decision_due", facts=facts, moments=moments, office=OFFICE
    )[0]
    assert first.due.due_at is not None
    return first.rule.id, f"{OFFICE.local(first.due.due_at):%Y-%m-%d}"


@pytest.mark.parametrize(
    ("received", "rule", "due"),
    [
        ("2025-12-31T23:59", "MA-OD-STD-PA-14", "2026-01-14"),
        ("2026-01-01T00:00", "MA-OD-STD-PA-7", "2026-01-08"),
        # In New York the year had changed already; the office's own day counts.
        ("2026-01-01T02:00-05:00", "MA-OD-STD-PA-14", "2026-01-14"),
    ],
)
def test_a_request_in_flight_when_the_rule_changed_keeps_the_law_of_its_receipt(
    received: str, rule: str, due: str
) -> None:
    assert governing(MA_ITEM, {"request_received": at(received)}) == (rule, due)


def test_two_clocks_of_one_request_each_keep_the_law_of_the_day_they_started() -> None:
    moments = {
        "request_received": at("2025-12-30T09:00"),
        "information_complete": at("2026-01-05T09:00"),
    }

    clocks = running_clocks(
        BOOK, "prior_auth/decision_due", facts=MEDI_CAL_ITEM, moments=moments, office=OFFICE
    )

    found = {
        clock.rule.id: f"{OFFICE.local(clock.due.due_at or clock.started_at):%m-%d}"
        for clock in clocks
    }
    # Fourteen days from December 30, the law of that day; five business days from January 5.
    assert found == {"MC-PA-STD-5BD": "01-12", "MC-PA-STD-14": "01-13"}
    assert [clock.governs for clock in clocks] == [True, False]


def test_a_clock_whose_moment_has_not_come_does_not_run() -> None:
    clocks = running_clocks(
        BOOK,
        "prior_auth/decision_due",
        facts=MEDI_CAL_ITEM,
        moments={"request_received": at("2026-11-20T09:00")},
        office=OFFICE,
    )

    assert [clock.rule.id for clock in clocks] == ["MC-PA-STD-7"]


def test_limits_without_a_due_time_and_openings_are_told_after_the_deadlines() -> None:
    late = running_clocks(
        BOOK,
        "prior_auth/delay_notice",
        facts={"line_of_business": "KK", "item_or_drug": "item"},
        moments={"delay_foreseen": at("2026-11-20T09:00")},
        office=OFFICE,
    )
    opening = running_clocks(
        BOOK,
        "independent_review/opens_without_answer",
        facts={"line_of_business": "KK", "licensed_plan": True, "urgency": "standard"},
        moments={"grievance_filed": at("2026-11-20T09:00")},
        office=OFFICE,
    )

    assert [(clock.rule.id, clock.due.due_at, clock.governs) for clock in late] == [
        ("KK-UR-DELAY", None, False)
    ]
    assert [(clock.rule.id, clock.governs) for clock in opening] == [("IMR-GRIEV-30D", False)]


def test_the_earliest_of_several_receipts_starts_the_clock() -> None:
    plan, delegate, fax = (
        at("2026-11-23T09:00-08:00"),
        at("2026-11-21T01:00Z"),
        at("2026-11-22T08:00"),
    )

    first = earliest([plan, delegate, fax], OFFICE)
    due = governing(MA_ITEM, {"request_received": (plan, delegate, fax)})

    # One in the morning of the 21st in Greenwich is the afternoon of the 20th here.
    assert first == at("2026-11-21T01:00Z")
    assert due == ("MA-OD-STD-PA-7", "2026-11-27")


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-10-31T12:00", "2026-11-03T11:00:00"),  # back on November 1: 25 hours that day
        ("2027-03-13T12:00", "2027-03-16T13:00:00"),  # forward on March 14: 23 hours
        ("2026-11-01T01:30-07:00", "2026-11-04T00:30:00"),  # the first of the two 1:30
        ("2026-11-01T01:30-08:00", "2026-11-04T01:30:00"),  # the second
    ],
)
def test_seventy_two_hours_are_seventy_two_hours_across_both_clock_changes(
    start: str, due: str
) -> None:
    rule = BOOK.rule("MA-OD-EXP-72H")

    assert local_due(rule, start) == due
    assert compute_due(rule, at(start), OFFICE).due_at == OFFICE.instant(at(start)) + timedelta(
        hours=72
    )


@pytest.mark.parametrize("holiday", list(OFFICE.holidays.days)[1:], ids=str)
def test_business_days_skip_every_federal_holiday_on_the_day_it_is_observed(holiday: date) -> None:
    before = holiday - timedelta(days=1)
    while not OFFICE.is_business_day(before):
        before -= timedelta(days=1)
    start = datetime.combine(before, at("2026-01-01T09:00").time())

    due = OFFICE.local(due_after(Span(1, Unit.BUSINESS_DAYS), start, OFFICE)).date()
    calendar = OFFICE.local(due_after(Span(1, Unit.CALENDAR_DAYS), start, OFFICE)).date()

    assert holiday.weekday() < 5
    assert due > holiday
    assert OFFICE.is_business_day(due)
    assert calendar == before + timedelta(days=1)


@pytest.mark.parametrize(
    ("answered", "last_day"),
    [
        ("2026-08-31T10:00", "2027-02-28T23:59:59"),
        ("2027-08-31T10:00", "2028-02-29T23:59:59"),
        ("2026-12-31T10:00", "2027-06-30T23:59:59"),
        ("2026-03-31T10:00", "2026-09-30T23:59:59"),
        ("2026-02-28T10:00", "2026-08-28T23:59:59"),
    ],
)
def test_six_months_end_on_the_last_day_of_a_shorter_month(answered: str, last_day: str) -> None:
    assert local_due(BOOK.rule("IMR-FILE-6M"), answered) == last_day


def test_figures_of_a_year_are_due_on_march_31_leap_year_or_not() -> None:
    rule = BOOK.rule("MA-PA-METRICS")

    assert local_due(rule, "2025-12-31T23:59:59") == "2026-03-31T23:59:59"
    assert local_due(rule, "2027-12-31T23:59:59") == "2028-03-31T23:59:59"


def test_an_extension_runs_from_the_original_due_and_never_from_the_day_it_was_taken() -> None:
    rule = BOOK.rule("MA-RECON-EXP-72H")

    # The hours end on Saturday at noon; fourteen days later is a Saturday, and it stays one.
    assert local_due(rule, "2026-11-18T12:00", extended=True) == "2026-12-05T23:59:59"


def test_an_extension_in_total_is_counted_from_the_start() -> None:
    rule = BOOK.rule("CA-REC-SUMMARY-10WD")

    assert local_due(rule, "2026-11-02T09:00") == "2026-11-17T23:59:59"
    assert local_due(rule, "2026-11-02T09:00", extended=True) == "2026-12-02T23:59:59"


def test_missing_papers_do_not_stop_a_clock_whose_rule_says_nothing_of_it() -> None:
    waiting = Circumstances(pauses=(Pause(at("2026-11-21T09:00"), at("2026-11-24T09:00")),))

    with pytest.raises(NotPausable, match="nothing stops the clock of MA-OD-STD-PA-7"):
        compute_due(BOOK.rule("MA-OD-STD-PA-7"), at("2026-11-20T09:00"), OFFICE, besides=waiting)
    with pytest.raises(NotPausable, match="no clock that could stand still"):
        compute_due(BOOK.rule("KK-UR-AI-GATE"), at("2026-11-20T09:00"), OFFICE, besides=waiting)


def test_an_investigation_stops_the_sixty_days_of_an_overpayment_and_no_longer_than_allowed() -> (
    None
):
    rule = BOOK.rule("OVERPAY-60")

    def stopped(*pauses: tuple[str, str]) -> str:
        besides = Circumstances(pauses=tuple(Pause(at(one), at(other)) for one, other in pauses))
        return local_due(rule, "2026-01-05T09:00", besides=besides)

    assert local_due(rule, "2026-01-05T09:00") == "2026-03-06T23:59:59"
    assert stopped(("2026-01-10T09:00", "2026-01-20T17:00")) == "2026-03-16T23:59:59"
    assert (
        stopped(("2026-01-10T09:00", "2026-01-20T17:00"), ("2026-03-10T09:00", "2026-03-11T09:00"))
        == "2026-03-17T23:59:59"
    )
    for wrong in (
        ("2026-01-10T09:00", "2026-08-10T09:00"),  # 212 days
        ("2026-03-07T09:00", "2026-03-08T09:00"),  # run out before
        ("2026-01-04T09:00", "2026-01-08T09:00"),  # not begun
    ):
        with pytest.raises(NotPausable):
            stopped(wrong)


def test_a_notice_counts_as_received_five_days_after_its_date_unless_later_receipt_is_proven() -> (
    None
):
    rule, dated = BOOK.rule("MA-ALJ-FILE"), date(2026, 8, 26)

    presumed, _ = presumed_receipt(rule, dated, OFFICE)
    earlier, _ = presumed_receipt(rule, dated, OFFICE, at("2026-08-28T09:00"))
    later, why = presumed_receipt(rule, dated, OFFICE, at("2026-09-08T09:00"))

    assert OFFICE.local(presumed).date() == date(2026, 8, 31)
    assert earlier == presumed
    assert later == at("2026-09-08T09:00-07:00")
    assert why[-1] == "but later receipt is proven: 09/08/2026 9:00 AM PDT"
    assert local_due(rule, later.isoformat()) == "2026-11-07T23:59:59"
    with pytest.raises(ValueError, match="presumes no receipt"):
        presumed_receipt(BOOK.rule("MA-OD-STD-PA-7"), dated, OFFICE)


def test_sixty_five_days_from_the_notice_or_sixty_from_a_proven_later_receipt() -> None:
    rule, dated = BOOK.rule("MA-RECON-FILE-65"), "2026-08-26T00:00"

    def with_proof(received: str) -> str:
        return local_due(rule, dated, besides=Circumstances(receipt_proven_at=at(received)))

    assert local_due(rule, dated) == "2026-10-30T23:59:59"
    assert with_proof("2026-08-27T09:00") == "2026-10-30T23:59:59"
    assert with_proof("2026-08-31T09:00") == "2026-10-30T23:59:59"
    assert with_proof("2026-09-01T09:00") == "2026-10-31T23:59:59"


def test_the_later_of_ten_days_and_the_day_the_change_takes_effect() -> None:
    rule, sent = BOOK.rule("MC-APP-10"), "2026-11-02T09:00"

    def effective(day: str) -> str:
        return local_due(rule, sent, besides=Circumstances(later_moment=at(day)))

    assert local_due(rule, sent) == "2026-11-12T23:59:59"
    assert effective("2026-11-10T00:00") == "2026-11-12T23:59:59"
    assert effective("2026-11-20T00:00") == "2026-11-20T23:59:59"


def test_a_misfiled_case_keeps_the_time_of_its_first_receipt() -> None:
    received, found = at("2026-11-20T17:45"), at("2026-11-28T08:00")

    # Keyed in as a request outside the plan's list, with its fourteen days; it was one of the list.
    wrong = governing(
        {**MA_ITEM, "subject_to_prior_authorization": False}, {"request_received": received}
    )
    right = running_clocks(
        BOOK,
        "prior_auth/decision_due",
        facts=MA_ITEM,
        moments={"request_received": received},
        office=OFFICE,
    )

    assert wrong == ("MA-OD-STD-NOPA-14", "2026-12-04")
    assert f"{OFFICE.local(right[0].due.due_at or found):%Y-%m-%d}" == "2026-11-27"
    assert on_retyping(right[0], found, OFFICE)[-1] == "The time was over when the case was found."
    assert len(on_retyping(right[0], at("2026-11-25T08:00"), OFFICE)) == 1


@pytest.mark.parametrize(
    ("rule", "event", "due"),
    [
        ("MA-NOMNC", "2026-11-28T00:00", "2026-11-26T23:59:59"),  # Thanksgiving counts
        ("MC-NOA-TERM-10", "2027-01-05T00:00", "2026-12-26T23:59:59"),  # a Saturday
        ("CA-OHCA-NOTICE-90", "2028-05-29T00:00", "2028-02-29T23:59:59"),
        ("SEED-RIDE-24H", "2026-11-02T00:30", "2026-11-01T01:30:00"),  # 25 hours that day
        ("SEED-RIDE-24H", "2027-03-14T12:00", "2027-03-13T11:00:00"),  # 23 hours
        ("MA-NOMNC-REQ", "2026-11-27T00:00", "2026-11-26T12:00:00"),
    ],
)
def test_what_counts_backwards_ends_before_the_event(rule: str, event: str, due: str) -> None:
    assert local_due(BOOK.rule(rule), event) == due
    assert at(due) < at(event)


@pytest.mark.parametrize(
    ("rule", "event", "due"),
    [
        ("MA-QIO-DISCHARGE-REQ", "2026-11-27T09:00", "2026-11-27T23:59:59"),
        ("MA-QIO-DND", "2026-11-25T20:00", "2026-11-26T12:00:00"),  # noon of Thanksgiving
        ("MA-NOMNC-DENC", "2026-11-24T10:00", "2026-11-24T17:00:00"),
        ("MA-NOMNC-DENC", "2026-11-24T18:10", "2026-11-24T18:10:00"),  # at once
        ("MA-NOMNC-DEC", "2026-11-25T18:10", "2026-11-26T17:00:00"),
        ("MC-PA-TIMEOUT", "2026-11-27T23:59:59", "2026-11-27T23:59:59"),
    ],
)
def test_limits_that_name_an_hour(rule: str, event: str, due: str) -> None:
    assert local_due(BOOK.rule(rule), event) == due


def test_what_only_opens_a_way_does_not_govern_a_deadline() -> None:
    opening = BOOK.rule("IMR-GRIEV-30D")
    deadline = BOOK.rule("IMR-FILE-6M")
    start = at("2026-11-20T09:00-08:00")

    assert strictest([opening, deadline], start, OFFICE).rule is deadline
    assert compute_due(opening, start, OFFICE).working[-1].startswith("Not before 12/20/2026")


def test_a_rate_and_a_limit_without_a_number_have_no_due_time() -> None:
    for rule in ("KK-CLAIM-INTEREST", "MA-PAY-CONTRACT", "HIPAA-AUTH-EXPIRY"):
        due = compute_due(BOOK.rule(rule), datetime(2026, 11, 20, tzinfo=UTC), OFFICE)
        assert due.due_at is None
        assert due.working[0].endswith(".")
