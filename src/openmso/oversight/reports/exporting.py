"""A report as rows for files: one line a number, with its definition's label and its sample."""

from collections.abc import Iterator, Mapping, Sequence

from openmso.standards.sheets.cells import Cell, Rows

from .definitions import Definition, said
from .domain.document import Document, Table
from .domain.figures import Figure, Why

Names = Mapping[str, Mapping[str, str]]
HEAD = (
    *("from", "until", "table", "key", "name", "measure", "label", "unit"),
    *("value", "count", "out_of", "low", "high", "note"),
)
NOTES = {Why.NOTHING: "nothing to count", Why.TOO_FEW: "too few", "": ""}
FIXED = {
    "all": "All services",
    "other": "Other services",
    "pcp": "Primary care physicians",
    "language": "Languages",
    "plan": "Plans",
}


def name_of(key: str, kinds: Sequence[str], names: Names) -> str:
    """Return what a row is about, for people: "Ruth Abara, MD, imaging"."""
    return ", ".join(
        _name(part, kind, names) for part, kind in zip(key.split("|"), kinds, strict=False)
    )


def _name(part: str, kind: str, names: Names) -> str:
    known = names.get(kind, {}).get(part)
    if known:
        return known
    if not part:
        return f"no {kind} known"
    return FIXED.get(part, part.replace("_", " "))


def flat_rows(
    document: Document, words: Definition, names: Names, *, language: str = "en"
) -> Iterator[Sequence[Cell]]:
    """Yield the head and one row for each number; lists follow as rows of their own."""
    yield HEAD
    period = (document.period.from_on.isoformat(), document.period.until_on.isoformat())
    for table in document.tables:
        kinds = words.tables[table.key].rows_are
        for row in table.rows:
            name = name_of(row.key, kinds, names)
            for measure in table.measures:
                said_of = words.measures[measure]
                yield (
                    *(*period, table.key, row.key, name, measure),
                    *(said(said_of.label, language), said_of.unit),
                    *_numbers(row.figures[measure]),
                )
    for list_name, rows in sorted(document.lists.items()):
        for plan, code, description in rows:
            yield (*period, list_name, plan, name_of(plan, ("plan",), names), code, description)


def sheets(document: Document, words: Definition, names: Names) -> dict[str, Rows]:
    """Return a sheet for each table, one for each list, and one that explains every measure."""
    found: dict[str, Rows] = {
        said(words.tables[table.key].title): list(_wide(table, words, names))
        for table in document.tables
    }
    for list_name, rows in document.lists.items():
        found[list_name.capitalize()] = [("Plan", "Code", "Service"), *rows]
    found["What it means"] = [
        ("Measure", "Unit", "What is counted", "Out of"),
        *(
            (said(one.label), one.unit, said(one.counts), said(one.out_of))
            for one in words.measures.values()
        ),
        *(("Limit", "", line, "") for line in words.limits["en"]),
        ("As of", "", document.as_of.isoformat(), ""),
        ("Definition", "", f"{words.key}, edition {document.edition}", ""),
    ]
    return found


def _wide(table: Table, words: Definition, names: Names) -> Iterator[Sequence[Cell]]:
    head: list[Cell] = [said(words.tables[table.key].row), "Key"]
    for measure in table.measures:
        label = said(words.measures[measure].label)
        head += [label, *([f"{label}: out of", "low", "high"] if _spread(table, measure) else [])]
    yield head
    for row in table.rows:
        cells: list[Cell] = [name_of(row.key, words.tables[table.key].rows_are, names), row.key]
        for measure in table.measures:
            figure = row.figures[measure]
            cells.append(figure.value if figure.value is not None else NOTES[figure.why])
            if _spread(table, measure):
                cells += [figure.sample, figure.low, figure.high]
        yield cells


def _spread(table: Table, measure: str) -> bool:
    """Tell whether a measure needs room for its sample and its interval."""
    figures = [row.figures[measure] for row in table.rows]
    return any(one.sample is not None or one.low is not None for one in figures)


def _numbers(figure: Figure) -> Sequence[Cell]:
    return (
        *(figure.value, figure.count, figure.sample, figure.low, figure.high),
        NOTES[figure.why],
    )
