"""New rows, written with a text that is made once for each set of tables and numbers of rows.

The ORM writes the text of an INSERT anew each time, which takes longer than the database takes to
store the rows; and each statement is a way to the database and back. `add_rows` is for what every
request stores; elsewhere `save` and `bulk_create` do. Within an action all that waits to be stored
goes to the database in one statement.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models, transaction

T = TypeVar("T")

# Their values go to the database as they are; the others are prepared by their field.
_AS_THEY_ARE = (
    models.BooleanField,
    models.CharField,
    models.DateField,
    models.ForeignKey,
    models.IntegerField,
    models.TextField,
    models.UUIDField,
)


class MoreThanOneStatement(AssertionError):
    """What was to be stored by one statement did something else after it began."""


_Values = dict[type[models.Model], list[list[Any]]]


@dataclass(slots=True)
class _Waiting:
    """`rows`: values by table, in the order of their columns. `after`: what is handed to whom."""

    rows: _Values = field(default_factory=dict)
    after: dict[Callable[[list[Any]], None], list[Any]] = field(default_factory=dict)

    def write(self) -> None:
        """Write the rows of all tables, then hand over the rest; forget them first."""
        rows, after, self.rows, self.after = self.rows, self.after, {}, {}
        if rows:
            _write(rows)
        for write, items in after.items():
            write(items)


_waiting: ContextVar[_Waiting | None] = ContextVar("what waits to be written", default=None)


def add_rows(rows: Sequence[models.Model]) -> None:
    """Store new rows of one model as they are now, ids included. Sends no signals.

    Raises IntegrityError as `save` does; in `written_together`, from the statement that follows.
    """
    if not rows:
        return
    values = _values(type(rows[0]))
    ready = [[value(row) for value in values] for row in rows]
    waiting = _waiting.get()
    if waiting is None:
        _write({type(rows[0]): ready})
    else:
        waiting.rows.setdefault(type(rows[0]), []).extend(ready)
    for row in rows:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def write_after_rows(write: Callable[[list[T]], None], item: T) -> None:
    """Hand `item` to `write` after the rows that wait, with all others that wait for `write`."""
    waiting = _waiting.get()
    if waiting is None:
        write([item])
    else:
        waiting.after.setdefault(write, []).append(item)


@contextmanager
def written_together() -> Iterator[None]:
    """Let new rows wait, so that rows of several tables are written in one statement.

    They are written before anything else is asked of the database, so that every question finds
    them, and at the end. After an error they are not written.
    """
    waiting = _Waiting()

    def write_first(execute: Callable[..., Any], *statement: Any) -> Any:
        waiting.write()
        return execute(*statement)

    token = _waiting.set(waiting)
    try:
        with connection.execute_wrapper(write_first):
            yield
            waiting.write()
    finally:
        _waiting.reset(token)


@contextmanager
def written_at_the_end() -> Iterator[None]:
    """Let new rows wait for the end, and store them there in one statement, which needs no
    transaction around it.

    Until then the database may be asked, but only before the first row. Raises
    MoreThanOneStatement; then, as after any error, nothing is stored.
    """
    waiting = _Waiting()

    def only_ask(execute: Callable[..., Any], text: str, *rest: Any) -> Any:
        if waiting.rows or not text.lstrip().startswith(("SELECT", "WITH")):
            raise MoreThanOneStatement(f"before the end, beside {len(waiting.rows)} tables: {text}")
        return execute(text, *rest)

    token = _waiting.set(waiting)
    try:
        with connection.execute_wrapper(only_ask):
            yield
        with transaction.atomic() if waiting.after else nullcontext():
            waiting.write()
    finally:
        _waiting.reset(token)


def _write(values: _Values) -> None:
    numbers = tuple((model, len(rows)) for model, rows in values.items())
    filled = [value for rows in values.values() for row in rows for value in row]
    with connection.cursor() as cursor:
        cursor.execute(_text(numbers), filled)


@lru_cache(maxsize=512)
def _text(numbers: tuple[tuple[type[models.Model], int], ...]) -> str:
    *before, last = (_insert(model, rows) for model, rows in numbers)
    parts = ", ".join(f"new_{place} AS ({text})" for place, text in enumerate(before))
    return f"WITH {parts} {last}" if parts else last


def _insert(model: type[models.Model], rows: int) -> str:
    quoted = connection.ops.quote_name
    table = quoted(model._meta.db_table)
    columns = ", ".join(quoted(str(field.column)) for field in _fields(model))
    places = ", ".join(["%s"] * len(_fields(model)))
    values = ", ".join([f"({places})"] * rows)
    # The names are the models' own, and every value is a parameter.
    return f"INSERT INTO {table} ({columns}) VALUES {values}"  # noqa: S608  # nosec B608


@cache
def _fields(model: type[models.Model]) -> tuple["models.Field[Any, Any]", ...]:
    return tuple(field for field in model._meta.concrete_fields if not field.generated)


@cache
def _values(model: type[models.Model]) -> tuple[Callable[[Any], Any], ...]:
    """Return what reads each column's value off a row, in the order of the columns."""
    return tuple(map(_value_of, _fields(model)))


def _value_of(field: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    raw = attrgetter(field.attname)
    if isinstance(field, _AS_THEY_ARE) and type(field).pre_save is models.Field.pre_save:
        return raw
    return lambda row: field.get_db_prep_save(
        field.pre_save(row, True), connections[DEFAULT_DB_ALIAS]
    )
