"""A query whose text is written once and then only filled in.

The ORM writes the text of a query anew each time it is asked, which takes longer than the database
takes to answer it. For the few queries that every request asks, `statement` keeps the text:

    @statement
    def _entries(tenant_id: UUID, codes: list[str]) -> QuerySet[Entry]:
        return Entry.objects.filter(is_any("code", codes), tenant_id=tenant_id)

    rows = _entries(office, ["97110"])  # a list

The function runs once for each connection, with a place holder for every argument; so it may hand
an argument to a filter, and may not look into it. Only None is visible to it: there is a text of
its own for each set of arguments that are None.
"""

import operator
from collections.abc import Callable, Iterable, Sequence
from functools import update_wrapper
from inspect import signature
from typing import Any, Generic, LiteralString, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from django.db import connections
from django.db.models import BooleanField, Expression, Field, Func, Model, QuerySet, Value
from django.db.models import query as orm
from django.db.models.sql.compiler import SQLCompiler

P = ParamSpec("P")
M = TypeVar("M", bound=Model, covariant=True)
R = TypeVar("R")

_DATABASE = "default"


class Place(Expression):
    """Stands for an argument while the text is written; is itself its parameter afterwards."""

    def __init__(self, name: str) -> None:
        super().__init__(output_field=Field())
        self.name = name

    def as_sql(self, *_: object) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


def is_any(field: str, values: Iterable[object]) -> Func:
    """Return the condition that `field` is one of `values`, also as an argument of a statement."""
    return Func(
        field,
        values if isinstance(values, Place) else Value(list(values), output_field=Field()),
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )


class Statement(Generic[P, R]):
    """Answers calls with a list of what the queryset of `write` would yield."""

    def __init__(self, write: Callable[P, QuerySet[Any, R]]) -> None:
        update_wrapper(self, write)
        self._write = write
        parameters = signature(write).parameters
        self._names = tuple(parameters)
        self._usual = {
            name: one.default for name, one in parameters.items() if one.default is not one.empty
        }
        self._written: WeakKeyDictionary[Any, dict[frozenset[str], _Text]] = WeakKeyDictionary()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        text, filled = self._ready(args, kwargs)
        with connections[_DATABASE].cursor() as cursor:
            cursor.execute(text.sql, filled)
            return list(text.rows(cursor.fetchall()))

    def inside(self, around: LiteralString, *values: Any) -> Callable[P, Sequence[tuple[Any, ...]]]:
        """Return what answers with the rows of `around`, in which `{rows}` stands for our own.

        `values` fill the places of `around`; they stand before `{rows}`.
        """

        def ask(*args: P.args, **kwargs: P.kwargs) -> Sequence[tuple[Any, ...]]:
            text, filled = self._ready(args, kwargs)
            with connections[_DATABASE].cursor() as cursor:
                cursor.execute(around.replace("{rows}", text.sql), [*values, *filled])
                found: Sequence[tuple[Any, ...]] = cursor.fetchall()
                return found

        return ask

    def _ready(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple["_Text", list[Any]]:
        """Return the text for these arguments, and the values to fill into it."""
        given = self._usual | dict(zip(self._names, args, strict=False)) | kwargs
        texts = self._written.setdefault(connections[_DATABASE], {})
        absent = frozenset(name for name, value in given.items() if value is None)
        text = texts.get(absent)
        if text is None:
            places = {name: None if name in absent else Place(name) for name in given}
            text = texts[absent] = _Text(self._asked(places))
        return text, text.filled(given)

    def _asked(self, places: Any) -> QuerySet[Any, R]:
        write: Callable[..., QuerySet[Any, R]] = self._write
        return write(**places)


class _Text:
    """The text of one queryset for one connection, and how its rows are read."""

    def __init__(self, asked: QuerySet[Any, Any]) -> None:
        self.compiler: SQLCompiler = asked.query.get_compiler(_DATABASE)
        self.sql, self.parameters = self.compiler.as_sql()
        columns = [expression for expression, *_ in self.compiler.select or ()]
        self.converters = self.compiler.get_converters(columns[: self.compiler.col_count])
        self.read = _READERS.get(asked._iterable_class, _models)(self.compiler, asked)

    def filled(self, arguments: dict[str, Any]) -> list[Any]:
        return [arguments[one.name] if isinstance(one, Place) else one for one in self.parameters]

    def rows(self, found: Iterable[Any]) -> Iterable[Any]:
        if self.converters:
            found = self.compiler.apply_converters(found, self.converters)
        return map(self.read, found)


Reader = Callable[[Any], Any]


def _models(compiler: Any, _asked: QuerySet[Any, Any]) -> Reader:
    """Read a row as `QuerySet` reads it: the model, what it was joined with, annotations."""
    info, columns, notes = compiler.klass_info, compiler.select, compiler.annotation_col_map
    first, last = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column.target.attname for column, *_ in columns[first:last]]
    populators: Any = orm.get_related_populators
    related = populators(info, columns, _DATABASE)

    def read(row: Any) -> Any:
        one = info["model"].from_db(_DATABASE, names, row[first:last])
        for populator in related:
            populator.populate(row, one)
        for name, place in notes.items():
            setattr(one, name, row[place])
        return one

    return read


def _dicts(_compiler: Any, asked: QuerySet[Any, Any]) -> Reader:
    names = list(asked.query.selected or ())
    return lambda row: dict(zip(names, row, strict=True))


_READERS: dict[Any, Callable[[Any, QuerySet[Any, Any]], Reader]] = {
    orm.ValuesIterable: _dicts,
    orm.ValuesListIterable: lambda _compiler, _asked: tuple,
    orm.FlatValuesListIterable: lambda _compiler, _asked: operator.itemgetter(0),
}


def statement(write: Callable[P, QuerySet[Any, R]]) -> Statement[P, R]:
    """Make `write`, which builds a queryset out of its arguments, answer with rows at once."""
    return Statement(write)
