"""A report as it is kept: tables of figures, written so that the same report is the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from .figures import Figure
from .period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: what it is about, its figures by measure, and what to look at."""

    key: str
    figures: Mapping[str, Figure]
    outlier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures of the same measures, one row for each thing counted, in the order of the keys."""

    key: str
    measures: tuple[str, ...]
    rows: tuple[Row, ...]

    def row(self, key: str) -> Row | None:
        return next((row for row in self.rows if row.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report over one period as it was known at `as_of`; `scope` is an IPA's key, or "" for all.

    `lists` are rows of text by name, such as services that need an authorization.
    """

    report: str
    edition: str
    scope: str
    period: Period
    as_of: datetime
    tables: tuple[Table, ...]
    lists: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def table(self, key: str) -> Table | None:
        return next((table for table in self.tables if table.key == key), None)


def written(document: Document) -> str:
    """Return the document as canonical JSON with a line end: keys sorted, no spaces, UTF-8."""
    plain = {
        "report": document.report,
        "edition": document.edition,
        "scope": document.scope,
        "from": document.period.from_on.isoformat(),
        "until": document.period.until_on.isoformat(),
        "as_of": document.as_of.astimezone(UTC).isoformat(),
        "tables": [_plain_table(table) for table in document.tables],
        "lists": {name: [list(row) for row in rows] for name, rows in document.lists.items()},
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def hash_of(text: str) -> str:
    """Return the SHA-256 of a written document."""
    return sha256(text.encode()).hexdigest()


def read(text: str) -> Document:
    """Read what `written` wrote; `written(read(text)) == text`."""
    plain = json.loads(text)
    return Document(
        report=plain["report"],
        edition=plain["edition"],
        scope=plain["scope"],
        period=Period(date.fromisoformat(plain["from"]), date.fromisoformat(plain["until"])),
        as_of=datetime.fromisoformat(plain["as_of"]),
        tables=tuple(_table(one) for one in plain["tables"]),
        lists={name: tuple(tuple(row) for row in rows) for name, rows in plain["lists"].items()},
    )


def _plain_table(table: Table) -> dict[str, Any]:
    return {
        "key": table.key,
        "measures": list(table.measures),
        "rows": [
            {
                "key": row.key,
                "figures": {name: _plain_figure(one) for name, one in row.figures.items()},
                "outlier": row.outlier,
            }
            for row in table.rows
        ],
    }


def _plain_figure(figure: Figure) -> dict[str, Any]:
    """Write numbers with decimals as text, so that no reader changes them."""
    named = ((one.name, getattr(figure, one.name)) for one in fields(figure))
    return {
        name: str(value) if isinstance(value, Decimal) else value
        for name, value in named
        if value not in (None, "")
    }


def _table(plain: Mapping[str, Any]) -> Table:
    return Table(
        key=plain["key"],
        measures=tuple(plain["measures"]),
        rows=tuple(
            Row(
                key=row["key"],
                figures={name: _figure(one) for name, one in row["figures"].items()},
                outlier=row["outlier"],
            )
            for row in plain["rows"]
        ),
    )


def _figure(plain: Mapping[str, Any]) -> Figure:
    numbers: dict[str, Any] = {
        name: Decimal(value) if isinstance(value, str) and name != "why" else value
        for name, value in plain.items()
    }
    return Figure(**({"value": None} | numbers))
