"""The arithmetic behind a due time, as lines a person can check with a wall calendar."""

from datetime import date, datetime, timedelta

from openmso.standards.calendars.counting import due_after, passed_days
from openmso.standards.calendars.limits import Counted
from openmso.standards.calendars.offices import OfficeCalendar
from openmso.standards.calendars.points_of_day import Hour, PointOfDay
from openmso.standards.calendars.spans import Span, Unit

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ONE_BY_ONE = 10
NOON = 12


def working(
    limit: Counted,
    start: datetime,
    office: OfficeCalendar,
    *,
    begins: str = "Received",
    ends: str = "Due",
) -> tuple[str, ...]:
    """Return the lines from the start ("Received 11/20/2026 …") to the due time, in office time.

    Up to ten days are named one by one, more are summed up; every day that business days skip on
    a weekday is named. `begins` says what starts the count, `ends` what its end is. Raises as
    `due_after`.
    """
    due = due_after(limit, start, office)
    begun, ending = office.local(start), office.local(due)
    first = f"{begins} {moment(begun)}"
    if isinstance(limit, PointOfDay):
        first, lines = f"{first} (day 0)", [_point(limit, ending.date(), office)]
        if due == office.instant(start):
            lines.append("that time was over already: it is due at once")
    elif limit.unit.is_elapsed:
        how = "" if limit.unit.runs_backwards else " of elapsed time"
        lines = [f"{limit}{how}: nights, weekends and holidays count"]
        lines += _clock_change(begun, ending)
    else:
        first, lines = f"{first} (day 0)", _days(limit, begun.date(), ending.date(), office)
    return (first, *lines, f"{ends} {moment(ending)}")


def moment(local: datetime) -> str:
    """Return "11/20/2026 5:45 PM PST"; seconds only when there are any."""
    clock = f"{(local.hour - 1) % NOON + 1}:{local.minute:02}"
    if local.second:
        clock += f":{local.second:02}"
    half = "AM" if local.hour < NOON else "PM"
    return f"{day_in_full(local.date())} {clock} {half} {local.tzname() or ''}".rstrip()


def day_in_full(day: date) -> str:
    """Return "11/20/2026"."""
    return f"{day.month:02}/{day.day:02}/{day.year}"


def _days(span: Span, day_0: date, last: date, office: OfficeCalendar) -> list[str]:
    if span.unit.skips_closed_days:
        return _open_days(span, day_0, office)
    if span.unit.runs_backwards:
        return [f"{span}: {_short(last, with_year=True)}; every day counts"]
    if span.unit is Unit.MONTHS_TO_DAY_31:
        end = _short(last, with_year=True)
        return [f"the last day of the month {span.count} months later: {end}"]
    if (last - day_0).days > ONE_BY_ONE or not span.unit.endswith("days"):
        return [f"{span} later: {_short(last, with_year=True)}; every day counts"]
    return [
        f"day {number}: {_short(day_0 + timedelta(days=number))}"
        for number in range(1, span.count + 1)
    ]


def _point(point: PointOfDay, day: date, office: OfficeCalendar) -> str:
    clock = "11:59:59 PM"
    if point.hour is Hour.NOON:
        clock = "noon"
    elif point.hour is Hour.CLOSE_OF_BUSINESS:
        clock = f"the close of business ({office.hours.title.lower()})"
    return f"{point}: {_short(day, with_year=True)} at {clock}; weekends and holidays count"


def _open_days(span: Span, day_0: date, office: OfficeCalendar) -> list[str]:
    days = list(passed_days(span.count, day_0, office))
    if span.count <= ONE_BY_ONE:
        return [
            f"not counted: {_short(day.on)}, {day.closed_because}"
            if day.number is None
            else f"day {day.number}: {_short(day.on)}"
            for day in days
        ]
    skipped = [day for day in days if day.closed_because]
    holidays = [day for day in skipped if day.closed_because != "weekend"]
    return [
        f"{span} later: {_short(days[-1].on, with_year=True)}",
        f"not counted: {len(skipped) - len(holidays)} weekend days",
        *(f"not counted: {_short(day.on)}, {day.closed_because}" for day in holidays),
    ]


def _clock_change(begun: datetime, due: datetime) -> list[str]:
    before, after = begun.utcoffset(), due.utcoffset()
    if before is None or after is None or before == after:
        return []
    direction = "forward" if after > before else "back"
    hours = abs(after - before) / timedelta(hours=1)
    return [
        f"the clocks go {direction} by {hours:g} h on the way, so the wall clock reads otherwise"
    ]


def _short(day: date, *, with_year: bool = False) -> str:
    year = f"/{day.year}" if with_year else ""
    return f"{WEEKDAYS[day.weekday()]} {day.month:02}/{day.day:02}{year}"
