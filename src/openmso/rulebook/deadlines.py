"""From an answer and the moment its clock started to a due time with its arithmetic."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.circumstances import (
    NOTHING_ELSE,
    Circumstances,
    after_pauses,
    after_proven_receipt,
    not_before,
)
from openmso.rulebook.errors import NoAnswer, NotExtendable, NotPausable
from openmso.rulebook.vocabulary import LimitIs
from openmso.standards.calendars import (
    Limit,
    LimitInWords,
    OfficeCalendar,
    PointOfDay,
    Rate,
    Span,
    due_after,
    extended_due,
    working,
)
from openmso.standards.calendars.workings import day_in_full, moment

Moments = Mapping[str, datetime | tuple[datetime, ...]]
"""When each moment of `vocabulary.py` happened; of several receipts the earliest counts."""


@dataclass(frozen=True, slots=True)
class Due:
    """When a rule must be met: `due_at` in UTC, None when the rule has no arithmetic."""

    rule: Answer
    due_at: datetime | None
    working: tuple[str, ...]


def compute_due(
    answer: Answer,
    start: datetime,
    office: OfficeCalendar,
    extended: bool = False,
    besides: Circumstances = NOTHING_ELSE,
) -> Due:
    """Return the due time of a clock that started at `start`, and its working in office time.

    `start` without an offset is office time. An extension is counted from the original due time,
    after everything `besides` moved it. Raises NotExtendable when `extended` and the rule allows
    none, NotPausable when it let nothing stop it; HolidaysUnknown, DateOutOfReach.
    """
    if extended and answer.extension is None:
        raise NotExtendable(f"{answer.id} allows no extension")
    if not isinstance(answer.value, Span | PointOfDay):
        if besides.pauses:
            raise NotPausable(f"{answer.id} has no clock that could stand still")
        return Due(answer, None, _in_words(answer, answer.value))
    due_at = due_after(answer.value, start, office)
    ends = answer.limit_is.ends
    lines = working(answer.value, start, office, begins=answer.begins, ends=ends)
    if besides is not NOTHING_ELSE:
        due_at, more = _moved(answer, start, due_at, office, besides)
        lines += (*more, f"{ends} {moment(office.local(due_at))}") if more else ()
    if extended and answer.extension is not None:
        original, due_at = due_at, extended_due(due_at, answer.extension, office, start=start)
        lines += _extension(answer.extension, original, due_at, office, ends)
    return Due(answer, due_at, lines)


def earliest(receipts: Iterable[datetime], office: OfficeCalendar) -> datetime:
    """Return the first of several receipts, in UTC: the plan's, a delegate's, any desk's."""
    return min(office.instant(receipt) for receipt in receipts)


def started(answer: Answer, start: datetime | Moments, office: OfficeCalendar) -> datetime | None:
    """Return when the answer's clock began, or None when its moment did not come yet."""
    begun = start if isinstance(start, datetime) else start.get(answer.starts_at)
    if begun is None or isinstance(begun, datetime):
        return begun
    return earliest(begun, office) if begun else None


def strictest(
    answers: Iterable[Answer],
    start: datetime | Moments,
    office: OfficeCalendar,
    extended: bool = False,
) -> Due:
    """Return the earliest due time of all answers, which governs.

    `start` is one moment for all clocks, or the moment of each `starts_at`; a clock whose moment
    is not there does not run yet. What only opens a way, or says how long something lasts, is no
    deadline and is left out while others are. With `extended`, answers that allow no extension
    keep their time, so a stricter authority still governs. On equal times the first answer
    governs. Raises NoAnswer when no answer has a due time, NotExtendable when `extended` and none
    may be extended.
    """
    running = [
        (answer, begun)
        for answer in answers
        if answer.has_arithmetic and (begun := started(answer, start, office)) is not None
    ]
    deadlines = [pair for pair in running if pair[0].limit_is is LimitIs.DEADLINE]
    running = deadlines or running
    if extended and not any(answer.extension for answer, _ in running):
        raise NotExtendable("none of these rules allows an extension")
    dues = [
        compute_due(answer, begun, office, extended and answer.extension is not None)
        for answer, begun in running
    ]
    dated = [(due.due_at, due) for due in dues if due.due_at is not None]
    if not dated:
        raise NoAnswer("none of these rules gives a due time from what has happened so far")
    return min(dated, key=lambda pair: pair[0])[1]


def overridden(answers: Iterable[Answer]) -> frozenset[str]:
    """Return the ids of those answers that give way to another one of the same answers.

    The house's 90 days, for instance, give way to the law on a course of treatment under way.
    """
    all_of_them = tuple(answers)
    ids = {answer.id for answer in all_of_them}
    return frozenset(answer.id for answer in all_of_them if ids & set(answer.gives_way_to))


def _moved(
    answer: Answer,
    start: datetime,
    due_at: datetime,
    office: OfficeCalendar,
    besides: Circumstances,
) -> tuple[datetime, tuple[str, ...]]:
    due_at, receipt = after_proven_receipt(answer, due_at, besides.receipt_proven_at, office)
    due_at, later = not_before(answer, due_at, besides.later_moment, office)
    due_at, paused = after_pauses(answer, start, due_at, besides.pauses, office)
    return due_at, (*receipt, *later, *paused)


def _extension(
    by: Span, original: datetime, due_at: datetime, office: OfficeCalendar, ends: str
) -> tuple[str, ...]:
    begins = "Extended from the original due"
    if due_after(by, original, office) == due_at:
        return working(by, original, office, begins=begins, ends=ends)
    return (
        f"Extended to {by}, counted from the start of the clock",
        f"{ends} {moment(office.local(due_at))}",
    )


def _in_words(answer: Answer, limit: Limit) -> tuple[str, ...]:
    if limit is LimitInWords.FIXED_DATE and answer.from_on is not None:
        return (limit.meaning, f"The day is {day_in_full(answer.from_on)}.")
    meaning = limit.meaning if isinstance(limit, LimitInWords | Rate) else str(limit)
    return (meaning, f"What must happen: {answer.action}.")
