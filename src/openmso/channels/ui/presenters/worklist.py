"""A list of work: columns, rows with their link first, keys, filters and pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from .deadline import DeadlineBadge
from .status import StatusTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`sort_href` makes the header a link; `sorted_as` is "ascending", "descending" or empty."""

    label: str
    sort_href: str = ""
    sorted_as: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Text, or a tag, or a deadline; `below` is a second, quieter line."""

    text: str = ""
    below: str = ""
    tag: StatusTag | None = None
    deadline: DeadlineBadge | None = None
    number: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAct:
    """One thing that can be done from the list, with its letter. `post` sends a form."""

    key: str
    label: str
    href: str
    post: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    uid: str
    href: str
    text: str
    below: str = ""
    cells: Sequence[Cell] = ()
    acts: Sequence[RowAct] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`caption` names the list for everybody; the first column holds the row's link."""

    uid: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    has_acts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHint:
    key: str
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveFilter:
    label: str
    value: str
    remove_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """An empty list says which filters are on and offers to clear them."""

    sentence: str
    active: Sequence[ActiveFilter] = ()
    clear_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Keyset pages: there is a next and a previous, never a number."""

    shown: str
    previous_href: str = ""
    next_href: str = ""
