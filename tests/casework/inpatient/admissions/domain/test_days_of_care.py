"""Daily status, next reviews, notification in time, the notices of a discharge: no database."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from openmso.casework.inpatient.admissions.domain.completeness import (
    Part,
    Told,
    completeness,
    may_be_sent,
)
from openmso.casework.inpatient.admissions.domain.concurrent_review import (
    Days,
    DaysNotPossible,
    days_through,
    next_review_on,
)
from openmso.casework.inpatient.admissions.domain.daily_status import missing_days, owed_today
from openmso.casework.inpatient.admissions.domain.discharge_notices import (
    ADMITTED,
    DISPUTED,
    PLANNED,
    NoticeOwed,
    notices_owed,
)
from openmso.casework.inpatient.admissions.domain.notification import (
    Way,
    is_late,
    notification_clocks,
)
from openmso.casework.inpatient.admissions.domain.stay import Level, Move, MoveKind, parts_of
from openmso.rulebook.book import default_rulebook
from openmso.rulebook.notice_book import load_notices
from openmso.standards.calendars import OfficeCalendar

ZONE = ZoneInfo("America/Los_Angeles")
OFFICE = OfficeCalendar.of("America/Los_Angeles")
BOOK = default_rulebook()
NOTICES = load_notices(BOOK)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


STAY = [
    Move(at=at(20, 6), kind=MoveKind.ENTER, level=Level.OBSERVATION, place=1),
    Move(at=at(21, 6), kind=MoveKind.ENTER, level=Level.TELEMETRY, place=1),
    Move(at=at(23, 9), kind=MoveKind.LEAVE),
    Move(at=at(25, 9), kind=MoveKind.RETURN),
]


@pytest.mark.requirement("S003-35")
def test_a_day_without_a_status_is_missing_and_a_day_on_leave_is_not() -> None:
    entered = {date(2026, 11, 21)}

    missing = missing_days(parts_of(STAY), entered, told_at=at(20, 9), zone=ZONE, at=at(26, 10))

    assert [day.day for day in missing] == [20, 22, 25]


def test_no_status_is_asked_for_from_before_we_were_told() -> None:
    missing = missing_days(parts_of(STAY), (), told_at=at(22, 9), zone=ZONE, at=at(23, 8))

    assert [day.day for day in missing] == [22]


@pytest.mark.parametrize(
    ("moment", "entered", "owed"),
    [
        (at(22, 8), (), True),
        (at(22, 8), (date(2026, 11, 22),), False),
        (at(24, 8), (), False),
    ],
)
def test_today_is_owed_while_the_patient_is_in_the_hospital(
    moment: datetime, entered: tuple[date, ...], owed: bool
) -> None:
    assert owed_today(parts_of(STAY), entered, zone=ZONE, at=moment) is owed


@pytest.mark.parametrize(
    ("until", "review"),
    [
        (date(2026, 11, 21), date(2026, 11, 20)),
        # Sunday is the last approved day: the review is on the Friday before.
        (date(2026, 11, 23), date(2026, 11, 20)),
        # Thanksgiving and the weekend after it.
        (date(2026, 11, 27), date(2026, 11, 25)),
    ],
)
def test_the_next_review_comes_before_the_approved_days_are_over(until: date, review: date) -> None:
    days = Days(from_on=date(2026, 11, 19), until_on=until)

    assert next_review_on(days, OFFICE) == review


def test_a_weekend_that_is_all_that_was_approved_is_reviewed_on_its_first_day() -> None:
    days = Days(from_on=date(2026, 11, 21), until_on=date(2026, 11, 23))

    assert next_review_on(days, OFFICE) == date(2026, 11, 21)


def test_answers_follow_one_another_without_a_gap_and_take_nothing_back() -> None:
    came, approved = date(2026, 11, 20), date(2026, 11, 23)

    first = days_through(date(2026, 11, 22), admitted_on=came, approved_until_on=None)
    second = days_through(date(2026, 11, 25), admitted_on=came, approved_until_on=approved)

    assert (first.from_on, first.until_on) == (came, approved)
    assert second.from_on == approved
    with pytest.raises(DaysNotPossible, match="are answered"):
        days_through(date(2026, 11, 22), admitted_on=came, approved_until_on=approved)


@pytest.mark.requirement("S003-25")
@pytest.mark.parametrize(("minutes", "late"), [(0, False), (1, True)])
def test_a_notice_is_late_after_its_time_and_not_at_it(minutes: int, late: bool) -> None:
    clocks = notification_clocks(at(20, 6), "MA", BOOK, OFFICE)
    due_at = clocks[0].due.due_at
    assert due_at is not None
    assert due_at == at(21, 6).astimezone(UTC)

    assert is_late(due_at + timedelta(minutes=minutes), clocks) is late


@pytest.mark.requirement("S003-27")
def test_only_the_face_sheet_must_be_there() -> None:
    told = Told(
        face_sheets=0,
        clinicals=0,
        plan_number="",
        has_birth_date=True,
        way=Way.PLANNED,
        our_number="",
    )

    found = completeness(told)

    assert [one.part for one in found if one.required] == [Part.FACE_SHEET]
    assert not may_be_sent(found)
    assert not any(one.there for one in found)


def owed(
    happened: dict[str, datetime],
    *,
    line: str = "MA",
    given: dict[str, datetime] | None = None,
) -> dict[str, NoticeOwed]:
    found = notices_owed(
        happened,
        line_of_business=line,
        book=BOOK,
        notices=NOTICES,
        office=OFFICE,
        given=given or {},
    )
    return {one.notice.id: one for one in found}


def test_the_important_message_is_owed_two_days_after_admission_and_again_before_leaving() -> None:
    found = owed({ADMITTED: at(10, 6), PLANNED: at(25, 11)})

    first, copy = found["MA-IMPORTANT-MESSAGE"], found["MA-IMPORTANT-MESSAGE-COPY"]
    assert first.due_at == OFFICE.end_of_day(date(2026, 11, 12))
    assert (copy.opens_on, copy.due_at) == (date(2026, 11, 23), None)


def test_a_first_message_given_in_the_last_days_needs_no_copy() -> None:
    happened = {ADMITTED: at(22, 6), PLANNED: at(25, 11)}

    early = owed(happened, given={"MA-IMPORTANT-MESSAGE": at(22, 20)})
    late = owed(happened, given={"MA-IMPORTANT-MESSAGE": at(23, 0, 10)})

    assert "MA-IMPORTANT-MESSAGE-COPY" in early
    assert "MA-IMPORTANT-MESSAGE-COPY" not in late


def test_the_detailed_reasons_are_owed_at_noon_of_the_next_day() -> None:
    found = owed({DISPUTED: at(25, 16)})

    assert found["MA-DISCHARGE-REASONS"].due_at == at(26, 12).astimezone(UTC)


@pytest.mark.parametrize("line", ["MEDI-CAL", "KK", "AZ-COMM"])
def test_these_are_notices_of_medicare(line: str) -> None:
    happened = {ADMITTED: at(10, 6), PLANNED: at(25, 11), DISPUTED: at(25, 16)}

    assert owed(happened, line=line) == {}
