"""What happened to a clock besides its start: proven receipt, a later moment, standing still."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from openmso.rulebook.answers import Answer
from openmso.rulebook.errors import NotPausable
from openmso.standards.calendars import OfficeCalendar, Span, Unit, due_after
from openmso.standards.calendars.workings import day_in_full, moment


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which a clock stood still, from `began` up to `ended`."""

    began: datetime
    ended: datetime

    def __post_init__(self) -> None:
        if self.ended < self.began:
            raise ValueError(f"a pause ends after it began, not at {self.ended}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What bears on one clock; all empty for most.

    `receipt_proven_at` is when a notice was shown to have arrived, `later_moment` when the
    moment of the rule's `or_later` happens. Instants without an offset are office time.
    """

    receipt_proven_at: datetime | None = None
    later_moment: datetime | None = None
    pauses: tuple[Pause, ...] = ()


NOTHING_ELSE = Circumstances()


def presumed_receipt(
    answer: Answer, dated: date, office: OfficeCalendar, proven_at: datetime | None = None
) -> tuple[datetime, tuple[str, ...]]:
    """Return when a notice dated `dated` counts as received, in UTC, and why.

    The end of the presumed day, or the proven receipt when that is later: an earlier one does not
    shorten anybody's time. Raises ValueError when the rule presumes nothing.
    """
    after = answer.receipt_presumed_after
    if after is None:
        raise ValueError(f"{answer.id} presumes no receipt: it needs the time of receipt itself")
    presumed = due_after(after, office.at(dated, time.min), office)
    why = f"Notice dated {day_in_full(dated)}: presumed received {after} later"
    if proven_at is not None and office.instant(proven_at) > presumed:
        received = office.instant(proven_at)
        return received, (why, f"but later receipt is proven: {moment(office.local(received))}")
    return presumed, (f"{why}, {day_in_full(office.local(presumed).date())}",)


def after_proven_receipt(
    answer: Answer, due: datetime, received_at: datetime | None, office: OfficeCalendar
) -> tuple[datetime, tuple[str, ...]]:
    """Return the due instant once later receipt is proven: never earlier than without proof."""
    span = answer.value_from_proven_receipt
    if span is None or received_at is None:
        return due, ()
    from_receipt = due_after(span, received_at, office)
    if from_receipt <= due:
        return due, (f"{span} from the proven receipt end no later",)
    received = moment(office.local(received_at))
    return from_receipt, (f"{span} from the proven receipt {received} end later, and count",)


def not_before(
    answer: Answer, due: datetime, later: datetime | None, office: OfficeCalendar
) -> tuple[datetime, tuple[str, ...]]:
    """Return the later of the due instant and the end of the day of the rule's other moment."""
    if answer.or_later is None or later is None:
        return due, ()
    day = office.local(later).date()
    end = office.end_of_day(day)
    if end <= due:
        return due, (f"the other day that counts, {day_in_full(day)}, is no later",)
    return end, (f"the other day that counts, {day_in_full(day)}, is later, and counts",)


def after_pauses(
    answer: Answer,
    start: datetime,
    due: datetime,
    pauses: Sequence[Pause],
    office: OfficeCalendar,
) -> tuple[datetime, tuple[str, ...]]:
    """Return the due instant with the time added in which the clock stood still.

    Elapsed time is added to the second; days are added for every office day after the one on which
    a pause began, up to the one on which it ended, and only such as the rule counts. Raises
    NotPausable when the rule lets nothing stop it, when the pauses are longer than it allows,
    overlap, began before the clock or after it had run out.
    """
    if not pauses:
        return due, ()
    if answer.may_pause is None or not isinstance(answer.value, Span):
        raise NotPausable(f"nothing stops the clock of {answer.id}")
    lines: list[str] = []
    free_from = office.instant(start)
    added = 0
    for pause in sorted(pauses, key=lambda each: office.instant(each.began)):
        began, ended = office.instant(pause.began), office.instant(pause.ended)
        if not free_from <= began <= due:
            raise NotPausable(f"{answer.id} was not running at {moment(office.local(began))}")
        free_from = ended
        days = _days_between(began, ended, office)
        added += len(days)
        if added > answer.may_pause.count:
            raise NotPausable(f"{answer.id} may stand still for {answer.may_pause} at most")
        due = _moved(answer.value, due, ended - began, days, office)
        lines.append(
            f"stood still from {moment(office.local(began))} to {moment(office.local(ended))}"
            f" ({_counted(answer.value, days, office)})"
        )
    return due, tuple(lines)


def _days_between(began: datetime, ended: datetime, office: OfficeCalendar) -> list[date]:
    first, last = office.local(began).date(), office.local(ended).date()
    return [first + timedelta(days=number) for number in range(1, (last - first).days + 1)]


def _moved(
    span: Span, due: datetime, stood: timedelta, days: Sequence[date], office: OfficeCalendar
) -> datetime:
    if span.unit.is_elapsed:
        return due + stood
    if not span.unit.skips_closed_days:
        return office.end_of_day(office.local(due).date() + timedelta(days=len(days)))
    return due_after(Span(_open_days(days, office), span.unit), due, office)


def _open_days(days: Sequence[date], office: OfficeCalendar) -> int:
    return sum(office.is_business_day(day) for day in days)


def _counted(span: Span, days: Sequence[date], office: OfficeCalendar) -> str:
    if span.unit.is_elapsed:
        return "to the minute"
    if span.unit.skips_closed_days:
        return str(Span(_open_days(days, office), span.unit))
    return str(Span(len(days), Unit.CALENDAR_DAYS))
