"""A week that repeats, laid out over days of the calendar.

The pattern speaks of the office's own time of day. On the day on which clocks change a turn is an
hour shorter or longer; where one ends the next begins, so no change of clocks opens a gap.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from .stretch import Duty, Stretch

_ONE_DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyTurn:
    """`weekday` 0 is Monday. A turn that ends at or before its own start ends on the next day."""

    weekday: int
    starts: time
    ends: time
    person_id: UUID
    person: str
    place: int = 1


def period_of(from_on: date, until_on: date, zone: ZoneInfo) -> Stretch:
    """Return the days from `from_on` up to but without `until_on`, in office time.

    Raises ValueError when there is no day between them.
    """
    return Stretch(_instant(from_on, time(), zone), _instant(until_on, time(), zone))


def laid_out(
    turns: Iterable[WeeklyTurn], *, from_on: date, until_on: date, zone: ZoneInfo
) -> tuple[Duty, ...]:
    """Return the duties of the days from `from_on` up to but without `until_on`.

    A night that began before the first day counts from that day's midnight; one that goes on after
    the last day is cut at its midnight.
    """
    period = period_of(from_on, until_on, zone)
    turns = tuple(turns)
    duties: list[Duty] = []
    day = from_on - _ONE_DAY
    while day < until_on:
        for turn in turns:
            during = _on(turn, day, zone) if turn.weekday == day.weekday() else None
            if during and (inside := during.cut_to(period)):
                duties.append(
                    Duty(
                        person_id=turn.person_id,
                        person=turn.person,
                        during=inside,
                        place=turn.place,
                    )
                )
        day += _ONE_DAY
    return tuple(sorted(duties, key=lambda duty: (duty.during, duty.place, duty.person)))


def _on(turn: WeeklyTurn, day: date, zone: ZoneInfo) -> Stretch | None:
    last = day if turn.ends > turn.starts else day + _ONE_DAY
    starts_at, ends_at = _instant(day, turn.starts, zone), _instant(last, turn.ends, zone)
    # A turn of the one hour that a spring night leaves out does not take place.
    return Stretch(starts_at, ends_at) if starts_at < ends_at else None


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant of a clock's face: of an hour that comes twice the first one, of one that
    is left out the same distance after midnight."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
