"""All clocks of one duty: each under the law of the day it started on, the strictest first."""

from dataclasses import dataclass
from datetime import UTC, datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.deadlines import Due, Moments, compute_due, started
from openmso.rulebook.facts import Asked
from openmso.rulebook.vocabulary import LimitIs
from openmso.standards.calendars import OfficeCalendar
from openmso.standards.calendars.workings import moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One running clock: what it is due by, when it began, whether it is the one that governs."""

    due: Due
    started_at: datetime
    governs: bool

    @property
    def rule(self) -> Answer:
        return self.due.rule


def running_clocks(
    book: Rulebook,
    question: str,
    *,
    facts: Asked,
    moments: Moments,
    office: OfficeCalendar,
    extended: bool = False,
) -> tuple[Clock, ...]:
    """Return every clock that runs for this duty: the deadlines by due time, then the rest.

    The earliest deadline governs. The rest are limits without a due time, and times that only open
    a way or last a while. A rule counts when it was in force on the office day on which its own
    clock started: a request in flight keeps the law under which it began. Of several instants of
    one moment the earliest starts the clock. With `extended`, only rules that allow it are
    extended. Empty when nothing has begun. Raises ConflictingAnswers, UnknownQuestion, UnknownFact.
    """
    begun: dict[str, tuple[Answer, datetime]] = {}
    for name in moments:
        for answer in _in_force_when(name, book, question, facts, moments, office):
            start = started(answer, moments, office)
            if start is not None:
                begun[answer.id] = (answer, office.instant(start))
    found = [
        (compute_due(answer, start, office, extended and answer.extension is not None), start)
        for answer, start in begun.values()
    ]
    found.sort(key=lambda each: _order(each[0]))
    return tuple(
        Clock(due=due, started_at=start, governs=number == 0 and _is_deadline(due))
        for number, (due, start) in enumerate(found)
    )


def on_retyping(first: Clock, retyped_at: datetime, office: OfficeCalendar) -> tuple[str, ...]:
    """Return what to tell when a case is found, at `retyped_at`, to have been of another kind.

    Its clocks are those of `running_clocks` with the facts of the right kind and the moments of
    the first arrival: the time lost on the wrong desk is not given back. `first` governs.
    """
    found = office.instant(retyped_at)
    lines = (
        f"Found on {moment(office.local(found))} to be of this kind;"
        " the clock began with the first receipt.",
    )
    late = first.due.due_at is not None and first.due.due_at < found
    return (*lines, "The time was over when the case was found.") if late else lines


def _is_deadline(due: Due) -> bool:
    return due.due_at is not None and due.rule.limit_is is LimitIs.DEADLINE


def _order(due: Due) -> datetime:
    last = datetime.max.replace(tzinfo=UTC)
    return due.due_at or last if _is_deadline(due) else last


def _in_force_when(
    name: str,
    book: Rulebook,
    question: str,
    facts: Asked,
    moments: Moments,
    office: OfficeCalendar,
) -> list[Answer]:
    """Return the answers whose clock starts with the moment `name`, by the law of its day."""
    when = moments[name]
    instants = (when,) if isinstance(when, datetime) else when
    if not instants:
        return []
    day = office.local(min(office.instant(each) for each in instants)).date()
    answers = book.answers_in_force(question, on=day, facts=facts)
    return [answer for answer in answers if answer.starts_at == name]
