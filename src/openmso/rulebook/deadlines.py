"""From an answer and the moment its clock started to a due time with its arithmetic."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.errors import NoAnswer, NotExtendable
from openmso.standards.calendars import (
    LimitInWords,
    OfficeCalendar,
    due_after,
    extended_due,
    working,
)
from openmso.standards.calendars.workings import day_in_full


@dataclass(frozen=True, slots=True)
class Due:
    """When a rule must be met: `due_at` in UTC, None when the rule has no arithmetic."""

    rule: Answer
    due_at: datetime | None
    working: tuple[str, ...]


def compute_due(
    answer: Answer, start: datetime, office: OfficeCalendar, extended: bool = False
) -> Due:
    """Return the due time of a clock that started at `start`, and its working in office time.

    `start` without an offset is office time. An extension is counted from the original due time.
    Raises NotExtendable when `extended` and the rule allows none; HolidaysUnknown, DateOutOfReach.
    """
    if extended and answer.extension is None:
        raise NotExtendable(f"{answer.id} allows no extension")
    if isinstance(answer.value, LimitInWords):
        return Due(answer, None, _in_words(answer, answer.value))
    due_at = due_after(answer.value, start, office)
    lines = working(answer.value, start, office, begins=answer.begins)
    if extended and answer.extension is not None:
        lines += working(answer.extension, due_at, office, begins="Extended from the original due")
        due_at = extended_due(due_at, answer.extension, office)
    return Due(answer, due_at, lines)


def strictest(
    answers: Iterable[Answer],
    start: datetime | Mapping[str, datetime],
    office: OfficeCalendar,
    extended: bool = False,
) -> Due:
    """Return the earliest due time of all answers, which governs.

    `start` is one moment for all clocks, or the moment of each `starts_at`; a clock whose moment
    is not there does not run yet. With `extended`, answers that allow no extension keep their
    time, so a stricter authority still governs. On equal times the first answer governs. Raises
    NoAnswer when no answer has a due time, NotExtendable when `extended` and none may be extended.
    """
    running = []
    for answer in answers:
        begun = start if isinstance(start, datetime) else start.get(answer.starts_at)
        if begun is not None and not isinstance(answer.value, LimitInWords):
            running.append((answer, begun))
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


def _in_words(answer: Answer, limit: LimitInWords) -> tuple[str, ...]:
    if limit is LimitInWords.FIXED_DATE and answer.from_on is not None:
        return (limit.meaning, f"The day is {day_in_full(answer.from_on)}.")
    return (limit.meaning, f"What must happen: {answer.action}.")
