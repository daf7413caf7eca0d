"""What the page of a week shows: each day and role, who is on duty, and where nobody is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from openmso.channels.ui.words_for_time import clock_time, staff_date, staff_time
from openmso.office.on_call.domain.coverage import gaps
from openmso.office.on_call.domain.duty_role import DUTY_NAMES, DutyRole
from openmso.office.on_call.domain.stretch import Duty, Stretch
from openmso.office.on_call.domain.weekly import period_of
from openmso.office.on_call.domain.words import stretch_in_words
from openmso.office.on_call.queries import duties_in, roles_with_schedules

_WEEK = timedelta(days=7)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of a cell; `shift_id` None says that nobody is on duty. What is over is not
    swapped any more."""

    words: str
    who: str = ""
    shift_id: UUID | None = None
    can_swap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    day: str
    is_today: bool
    cells: Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NowRow:
    role: str
    people: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    title: str
    zone: str
    roles: Sequence[str]
    days: Sequence[DayRow]
    now: Sequence[NowRow]
    gaps: Sequence[str]
    without: str
    before: str
    after: str


def first_day(asked: str, today: date) -> date:
    """Return the Sunday of the week that was asked for; this week's when the text is no day."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        day = today
    day = min(max(day, date(2000, 1, 9)), date(2999, 1, 1))
    return day - timedelta(days=(day.weekday() + 1) % 7)


def week_page(tenant_id: UUID, first: date, *, at: datetime, zone: ZoneInfo) -> WeekPage:
    """Return the week from `first` (a day of the office) as planned at `at`. Four queries."""
    roles = roles_with_schedules(tenant_id)
    week = period_of(first, first + _WEEK, zone)
    duties = duties_in(tenant_id, roles, week)
    open_parts = {role: gaps(week, duties[role]) for role in roles}
    return WeekPage(
        title=f"{staff_date(first)} to {staff_date(first + _WEEK - _ONE_DAY)}",
        zone=str(zone),
        roles=[DUTY_NAMES[role] for role in roles],
        days=[_day(first + number * _ONE_DAY, duties, open_parts, at, zone) for number in range(7)],
        now=[_now(role, duties[role], at, zone) for role in roles] if week.holds(at) else (),
        gaps=[
            f"{DUTY_NAMES[role]}: nobody is on duty from {stretch_in_words(gap, zone)}."
            for role in roles
            for gap in open_parts[role]
        ],
        without=", ".join(name for role, name in DUTY_NAMES.items() if role not in roles),
        before=(first - _WEEK).isoformat(),
        after=(first + _WEEK).isoformat(),
    )


def _day(
    day: date,
    duties: Mapping[DutyRole, Sequence[Duty]],
    open_parts: Mapping[DutyRole, Sequence[Stretch]],
    at: datetime,
    zone: ZoneInfo,
) -> DayRow:
    whole = period_of(day, day + _ONE_DAY, zone)
    return DayRow(
        day=f"{day:%A} {staff_date(day)}",
        is_today=whole.holds(at),
        cells=[_cell(whole, duties[role], open_parts[role], at, zone) for role in duties],
    )


def _cell(
    whole: Stretch,
    duties: Sequence[Duty],
    open_parts: Sequence[Stretch],
    at: datetime,
    zone: ZoneInfo,
) -> list[Line]:
    told: list[tuple[datetime, int, Line]] = []
    for duty in duties:
        if part := duty.during.cut_to(whole):
            place = "" if duty.place == 1 else f" (called as number {duty.place})"
            line = Line(
                words=_times(part, zone),
                who=duty.person + place,
                shift_id=duty.shift_id,
                can_swap=duty.during.ends_at > at,
            )
            told.append((part.starts_at, duty.place, line))
    told += [
        (part.starts_at, 0, Line(words=f"Nobody: {_times(part, zone)}"))
        for gap in open_parts
        if (part := gap.cut_to(whole))
    ]
    return [line for *_, line in sorted(told, key=lambda one: one[:2])]


def _times(part: Stretch, zone: ZoneInfo) -> str:
    return f"{_clock(part.starts_at, zone)} to {_clock(part.ends_at, zone)}"


def _clock(at: datetime, zone: ZoneInfo) -> str:
    """Return "7:00 AM"; of an hour that comes twice also which one it is."""
    local = at.astimezone(zone)
    if local.time() == time():
        return "midnight"
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return clock_time(at, zone) + (f" {local.tzname()}" if twice else "")


def _now(role: DutyRole, duties: Sequence[Duty], at: datetime, zone: ZoneInfo) -> NowRow:
    present = sorted(
        (duty for duty in duties if duty.during.holds(at)), key=lambda duty: duty.place
    )
    until = min((duty.during.ends_at for duty in present), default=None)
    return NowRow(
        role=DUTY_NAMES[role],
        people=", then ".join(duty.person for duty in present),
        until=f"until {staff_time(until, zone)}" if until else "",
    )
