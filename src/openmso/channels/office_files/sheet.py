"""Reads a sheet: CSV in, rows and faults out, each with its line.

A sheet is UTF-8 (a byte order mark does no harm), has commas between its values and a heading in
its first line. Empty lines are passed over.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING

from .faults import Fault

if TYPE_CHECKING:
    import _csv

_NOT_COMMAS = {";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns a sheet must have, each filled in every row, and those it may have."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row by column, without spaces around its values; `line` is where it begins."""

    file: str
    line: int
    values: Mapping[str, str]


@dataclass(slots=True)
class Sheet:
    """A sheet as it was read; with any fault nothing of it may be used."""

    file: str
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_sheet(file: str, content: bytes, columns: Columns) -> Sheet:
    """Return the rows and faults of a sheet; `file` is what faults call it."""
    sheet = Sheet(file)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        sheet.faults.append(Fault(file, line, "This is not UTF-8; save it as CSV UTF-8."))
        return sheet
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        _take_heading(sheet, next(reader, []), columns)
        if not sheet.faults:
            _take_rows(sheet, reader, columns)
    except csv.Error as broken:
        sheet.faults.append(Fault(file, reader.line_num, f"This is no CSV: {broken}."))
    return sheet


def _take_heading(sheet: Sheet, heading: Sequence[str], columns: Columns) -> None:
    sheet.columns = tuple(name.strip() for name in heading)
    sheet.faults += [
        Fault(sheet.file, 1, sentence) for sentence in _wrong_heading(sheet.columns, columns)
    ]


def _wrong_heading(heading: tuple[str, ...], columns: Columns) -> Iterator[str]:
    known = (*columns.needed, *columns.optional)
    if not any(heading):
        yield f"The first line must name the columns: {', '.join(known)}."
        return
    for sign, name in _NOT_COMMAS.items():
        if len(heading) == 1 and sign in heading[0]:
            yield f"The columns are kept apart by {name}; save it with commas."
            return
    for name in columns.needed:
        if name not in heading:
            yield f'The column "{name}" is missing.'
    for name in dict.fromkeys(heading):
        if name not in known:
            yield f'There is no column "{name}". There are: {", ".join(known)}.'
        elif heading.count(name) > 1:
            yield f'The column "{name}" stands twice in the heading.'


def _take_rows(sheet: Sheet, reader: "_csv.Reader", columns: Columns) -> None:
    ended = reader.line_num
    for values in reader:
        line, ended = ended + 1, reader.line_num
        if not any(value.strip() for value in values):
            continue
        wrong = list(_wrong_row(values, sheet.columns, columns))
        sheet.faults += [Fault(sheet.file, line, sentence) for sentence in wrong]
        if not wrong:
            stripped = (value.strip() for value in values)
            row = dict(zip(sheet.columns, stripped, strict=True))
            sheet.rows.append(Row(file=sheet.file, line=line, values=row))


def _wrong_row(values: list[str], heading: tuple[str, ...], columns: Columns) -> Iterator[str]:
    if len(values) != len(heading):
        more = "more" if len(values) > len(heading) else "fewer"
        yield (
            f"There are {more} values than columns ({len(values)} instead of {len(heading)}); "
            "a comma in a text needs quotes around the text."
        )
        return
    for name, value in zip(heading, values, strict=True):
        if name in columns.needed and not value.strip():
            yield f"The {name} is missing."
