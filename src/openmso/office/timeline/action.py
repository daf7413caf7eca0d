"""The one way to change anything: an action.

`@action` opens the transaction and raises NothingRecorded, undoing everything, when the function
wrote no line to a timeline. So the history cannot be forgotten in a page, an interface or a job.
An action may call another one; they share the outer transaction and the outer list of lines.

An action that drew a number which another case has is begun anew (drawn_numbers.py), as a whole:
nothing of the first try is left.

What only asks and then stores new rows is an `@action_in_one_statement`: one statement stands or
falls by itself, so the ways to the database that open and close a transaction are saved.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue, subscribers_of
from openmso.office.new_rows import add_rows, written_at_the_end, written_together

from .drawn_numbers import MOST_DRAWS, number_was_taken
from .models import CaseEvent

P = ParamSpec("P")
R = TypeVar("R")


class NothingRecorded(AssertionError):
    """An action changed something and said nothing about it; the change was undone."""


class ActionOutside(AssertionError):
    """`record` was called outside an action."""


class Recorded(Protocol):
    """Anything with a history: its kind, its id and its office."""

    @property
    def case_kind(self) -> str: ...
    @property
    def id(self) -> UUID: ...
    @property
    def tenant_id(self) -> UUID: ...


@dataclass(slots=True)
class _Lines:
    pending: list[CaseEvent] = field(default_factory=list)
    count: int = 0


_lines: ContextVar[_Lines | None] = ContextVar("lines of the running action", default=None)


def action(change: Callable[P, R]) -> Callable[P, R]:
    """Run `change` in one transaction together with the lines it records."""
    return _action(change, _one_transaction)


def action_in_one_statement(change: Callable[P, R]) -> Callable[P, R]:
    """Run `change`, which only asks and adds rows; they are stored with its lines at its end.

    Raises MoreThanOneStatement, with nothing stored, when it does anything else.
    """
    return _action(change, written_at_the_end)


@contextmanager
def _one_transaction() -> Iterator[None]:
    with transaction.atomic(), written_together():
        yield


def _action(
    change: Callable[P, R], around: Callable[[], AbstractContextManager[None]]
) -> Callable[P, R]:
    @wraps(change)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        outer = _lines.get()
        if outer is not None:
            return _recorded(change, outer, *args, **kwargs)
        for _draw in range(MOST_DRAWS - 1):
            try:
                return begun(*args, **kwargs)
            except IntegrityError as error:
                if not number_was_taken(error):
                    raise
        return begun(*args, **kwargs)

    def begun(*args: P.args, **kwargs: P.kwargs) -> R:
        lines = _Lines()
        token = _lines.set(lines)
        try:
            with around():
                result = _recorded(change, lines, *args, **kwargs)
                _write(lines)
                return result
        finally:
            _lines.reset(token)

    vars(run)["is_action"] = True
    return run


def action_is_running() -> bool:
    """Tell whether what follows belongs to the transaction of an action further out."""
    return _lines.get() is not None


def record(
    case: Recorded,
    name: str,
    *,
    by: Actor,
    at: datetime,
    happened_at: datetime | None = None,
    **details: object,
) -> CaseEvent:
    """Add one line to the history of `case`, written when the action ends.

    `at` is when we learned it, `happened_at` when it happened (default: the same instant).
    `details` must be plain JSON values. Raises ActionOutside when no action is running.
    """
    lines = _lines.get()
    if lines is None:
        raise ActionOutside(f"{name} was recorded outside an @action")
    event = CaseEvent(
        tenant_id=case.tenant_id,
        case_kind=case.case_kind,
        case_id=case.id,
        name=str(name),
        happened_at=happened_at or at,
        recorded_at=at,
        line=lines.count,
        actor_id=by.id,
        actor_name=by.name,
        actor_kind=by.kind,
        details=details,
    )
    lines.pending.append(event)
    lines.count += 1
    return event


def _recorded(change: Callable[P, R], lines: _Lines, *args: P.args, **kwargs: P.kwargs) -> R:
    before = lines.count
    result = change(*args, **kwargs)
    if lines.count == before:
        raise NothingRecorded(f"{change.__name__} recorded nothing on any timeline")
    return result


def _write(lines: _Lines) -> None:
    add_rows(lines.pending)
    for event in lines.pending:
        for reader in subscribers_of(event.name):
            enqueue(
                reader,
                tenant_id=event.tenant_id,
                case_kind=event.case_kind,
                case_id=event.case_id,
                event_id=event.id,
            )
