"""How a case stood at an instant: what a kind of case tells of it, and its due times then.

Lines of history never change; a stored due time holds only what it came to. So what was met later
is taken off again, and what was computed anew later is computed once more from the facts of then.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import rulebook
from openmso.rulebook.duty_clocks import DutyClock
from openmso.rulebook.errors import ConflictingAnswers, NoAnswer

from .action import Recorded
from .deadlines import ComputedDeadline, computed
from .lines import Line, known_since, learned_at
from .models import CaseEvent, Deadline

Value = str | date | datetime
_NO_CLOCK = "No one rule gives the due times today; those on record are shown."
_MARKS = ("met_at", "missed_at", "closed_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """One case as it stood. `state` "": its history does not tell it.

    `told` are facts of then, by name. `not_told` says in sentences what no history holds.
    `covered_on` is the day on which the coverage of `member_id` counts. `papers_of` are the cases
    whose papers lie here, `looks` the names of lines by which somebody looked, and `moves_papers`
    of those by which papers came from another case or went to one.
    """

    number: str
    state: str
    told: Sequence[tuple[str, Value]] = ()
    criteria: str = ""
    deadlines: Sequence[Deadline] = ()
    not_told: Sequence[str] = ()
    member_id: UUID | None = None
    covered_on: date | None = None
    papers_of: Sequence[UUID] = ()
    looks: frozenset[str] = frozenset()
    moves_papers: frozenset[str] = frozenset()


class AsItStood(Protocol):
    """Tells how a case of one kind stood at `at`; `lines` is its whole history, oldest first.

    Raises a LookupError for a case that the viewer does not see.
    """

    def __call__(
        self, viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime
    ) -> Stood: ...


def as_line(event: CaseEvent) -> Line:
    """Return a stored line for pure code."""
    return Line(
        name=event.name,
        happened_at=event.happened_at,
        recorded_at=event.recorded_at,
        who=event.actor_name,
        details=event.details,
    )


def every_deadline(case: Recorded) -> list[Deadline]:
    """Return the stored due times of a case, those of earlier rounds too. One query."""
    rows = Deadline.objects.filter(tenant_id=case.tenant_id, case_id=case.id)
    return list(rows.order_by("-governs", "due_at", "rule_id"))


def as_marked_then(row: Deadline, *, lines: Sequence[Line], at: datetime) -> Deadline:
    """Return a copy of a due time without what was marked on it later."""
    then = copy(row)
    for mark in _MARKS:
        moment = getattr(row, mark)
        if moment is not None and learned_at(moment, lines) > at:
            setattr(then, mark, None)
    return then


def as_they_started(
    rows: Iterable[Deadline],
    *,
    lines: Sequence[Line],
    at: datetime,
    since: Callable[[Deadline], datetime] | None = None,
) -> list[Deadline]:
    """Return the due times that ran at `at`, of a kind whose clocks begin each with an event of
    its own and are never computed anew. `since` says when one was first known."""
    return [
        as_marked_then(row, lines=lines, at=at)
        for row in rows
        if (since(row) if since else known_since(row.started_at, lines)) <= at
    ]


def as_computed_or_on_record(
    then: Recorded,
    compute: Callable[[], Iterable[DutyClock]],
    *,
    lines: Sequence[Line],
    at: datetime,
    put_aside: str = "",
) -> tuple[list[Deadline], tuple[str, ...]]:
    """Return the due times at `at` of a case as it was, and what is not told about them.

    `compute` gives the clocks of the facts of then. Where no one rule does today, those on record
    are returned with a sentence that says so. `put_aside` as in `as_computed_then`.
    """
    rows = every_deadline(then)
    if not rows:
        return [], ()
    try:
        found = computed(compute(), edition=rulebook().edition)
    except (NoAnswer, ConflictingAnswers):
        return as_they_started(rows, lines=lines, at=at), (_NO_CLOCK,)
    return as_computed_then(found, rows, case=then, lines=lines, at=at, put_aside=put_aside), ()


def as_computed_then(
    found: Iterable[ComputedDeadline],
    rows: Iterable[Deadline],
    *,
    case: Recorded,
    lines: Sequence[Line],
    at: datetime,
    put_aside: str = "",
) -> list[Deadline]:
    """Return the due times that the facts of then give, with the marks they bore then.

    `put_aside` is what the purposes of this round are stored with, if another one followed. What
    the facts no longer give, because it was done or fell away by then, is returned too.
    """
    stored = {(row.purpose, row.rule_id): row for row in rows}
    then = []
    for one in found:
        row = stored.pop((f"{one.purpose}{put_aside}", one.rule_id), None)
        then.append(_with(one, as_marked_then(row, lines=lines, at=at) if row else _new(case)))
    return [*then, *_done_by(at, stored.values(), put_aside, lines)]


def _new(case: Recorded) -> Deadline:
    return Deadline(tenant_id=case.tenant_id, case_kind=case.case_kind, case_id=case.id)


def _with(one: ComputedDeadline, row: Deadline) -> Deadline:
    """Give a row what was computed; one that did not move keeps the edition it was stored with."""
    edition = row.edition if row.edition and row.due_at == one.due_at else one.edition
    for name in ComputedDeadline.__slots__:
        setattr(row, name, getattr(one, name))
    row.edition = edition
    return row


def _done_by(
    at: datetime, rows: Iterable[Deadline], put_aside: str, lines: Sequence[Line]
) -> Iterator[Deadline]:
    """Yield what the facts no longer give: it was met, missed or closed by then."""
    for row in rows:
        then = as_marked_then(row, lines=lines, at=at)
        if _round_of(row.purpose) == _round_of(put_aside) and not then.is_open:
            yield then


def _round_of(purpose: str) -> str:
    return purpose.partition(" in round ")[2]
