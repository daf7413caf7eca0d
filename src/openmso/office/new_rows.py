"""New rows, written with a text that is made once for each table and number of rows.

The ORM writes the text of an INSERT anew each time, which takes longer than the database takes to
store the rows. `add_rows` is for what every request stores; elsewhere `save` and `bulk_create` do.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from django.db import connection, models

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


def add_rows(rows: Sequence[models.Model]) -> None:
    """Store new rows of one model in one statement, ids included. Sends no signals.

    Raises IntegrityError as `save` does.
    """
    if not rows:
        return
    model = type(rows[0])
    values = _values(model)
    with connection.cursor() as cursor:
        cursor.execute(_text(model, len(rows)), [value(row) for row in rows for value in values])
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


@lru_cache(maxsize=512)
def _text(model: type[models.Model], rows: int) -> str:
    quoted = connection.ops.quote_name
    table = quoted(model._meta.db_table)
    columns = ", ".join(quoted(str(field.column)) for field in _fields(model))
    places = ", ".join(["%s"] * len(_fields(model)))
    values = ", ".join([f"({places})"] * rows)
    return f"INSERT INTO {table} ({columns}) VALUES {values}"  # noqa: S608  # nosec B608 our names


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
    return lambda row: field.get_db_prep_save(field.pre_save(row, True), connection)
