"""One report as a page shows it: facts, tables with a chart each, and what every number means."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.chart import Chart, Measured, bars
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.oversight.reports.definitions import Definition, definition, said
from openmso.oversight.reports.domain import under_utilization
from openmso.oversight.reports.domain.document import Document, Row, Table, read
from openmso.oversight.reports.exporting import name_of
from openmso.oversight.reports.models import OutlierReview, ReportRun
from openmso.oversight.reports.terms import terms

from .words import ShownFigure, cases_href, opens, review_href, shown_figure

MOST_ROWS, MOST_BARS = 200, 12
WHOLE_OFFICE = "The whole office"
_CHARTED = {
    "plans": "standard_approved",
    "physicians": "made",
    "ipas": "per_thousand",
    "hospitals": "bed_days",
    "pcp": "ratio",
    "language": "ratio",
    "plan": "ratio",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One line of a table. `reviews` are what was found about an outlier."""

    name: str
    figures: Sequence[ShownFigure]
    outlier: bool
    review_href: str
    reviews: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTable:
    """`left_out` counts the rows that only the files hold."""

    uid: str
    title: str
    head: str
    labels: Sequence[str]
    rows: Sequence[ShownRow]
    left_out: int
    chart: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    label: str
    counts: str
    out_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opens:
    """What this viewer may do with the numbers: open their cases, write review notes."""

    cases: bool
    reviews: bool


def facts_of(run: ReportRun, document: Document, zone: ZoneInfo) -> list[Fact]:
    """Return what identifies the report."""
    facts = [
        Fact(label="For", value=run.ipa.name if run.ipa else WHOLE_OFFICE),
        Fact(label="Period", value=_period(run, document)),
        Fact(label="As known on", value=staff_time(run.as_of, zone)),
        Fact(label="Ran", value=staff_time(run.ran_at, zone), below=run.ran_by_name),
        Fact(label="Definition", value=f"edition {run.edition}", below=_source(run)),
        Fact(label="Fingerprint", value=run.sha256[:16], below="SHA-256, first 16 of 64 signs"),
    ]
    if run.public_edition:
        facts.insert(0, Fact(label="Public", value=f"edition {run.public_edition} of the year"))
    return facts


def tables_of(
    run: ReportRun, reviews: Sequence[OutlierReview], *, may: Opens, zone: ZoneInfo
) -> list[ShownTable]:
    """Return the tables of a report in words."""
    document, words = read(run.document), definition(run.report)
    said_before: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in reviews:
        said_before[one.table, one.row].append(_review(one, zone))
    return [_table(run, table, words, said_before, may) for table in document.tables]


def meanings_of(words: Definition) -> list[Meaning]:
    """Return what every number of the report means."""
    return [
        Meaning(label=said(one.label), counts=said(one.counts), out_of=said(one.out_of))
        for one in words.measures.values()
    ]


def row_name(run: ReportRun, table: str, row: str) -> str:
    """Return what a row is about."""
    return name_of(row, definition(run.report).tables[table].rows_are, run.names)


def _table(
    run: ReportRun,
    table: Table,
    words: Definition,
    said_before: Mapping[tuple[str, str], Sequence[str]],
    may: Opens,
) -> ShownTable:
    rows = _in_order(run, table)
    shown = rows[:MOST_ROWS]
    title = said(words.tables[table.key].title)
    return ShownTable(
        uid=f"table-{table.key}",
        title=title,
        head=said(words.tables[table.key].row),
        labels=[said(words.measures[measure].label) for measure in table.measures],
        rows=[_row(run, table, row, words, said_before, may) for row in shown],
        left_out=len(rows) - len(shown),
        chart=_chart(run, table, words, title),
    )


def _in_order(run: ReportRun, table: Table) -> list[Row]:
    """Return the rows by name; of the watch, what stands out first."""
    named = sorted(table.rows, key=lambda row: row_name(run, table.key, row.key).casefold())
    if "ratio" not in table.measures:
        return named
    return sorted(named, key=lambda row: (not row.outlier, _size(row, "ratio")))


def _row(
    run: ReportRun,
    table: Table,
    row: Row,
    words: Definition,
    said_before: Mapping[tuple[str, str], Sequence[str]],
    may: Opens,
) -> ShownRow:
    return ShownRow(
        name=row_name(run, table.key, row.key),
        figures=[
            shown_figure(
                row.figures[measure],
                words.measures[measure].unit,
                href=cases_href(run.id, table.key, row.key, measure)
                if may.cases and opens(run.report, measure) and _has_cases(table)
                else "",
            )
            for measure in table.measures
        ],
        outlier=row.outlier,
        review_href=review_href(run.id, table.key, row.key) if row.outlier and may.reviews else "",
        reviews=said_before.get((table.key, row.key), ()),
    )


def _has_cases(table: Table) -> bool:
    return table.key != under_utilization.LOOKED_AT


def _chart(run: ReportRun, table: Table, words: Definition, title: str) -> Chart | None:
    measure = _CHARTED.get(table.key)
    if measure is None:
        return None
    watch = measure == "ratio"
    rows = [row for row in table.rows if row.figures[measure].value is not None]
    rows.sort(key=lambda row: _size(row, measure), reverse=not watch)
    unit = words.measures[measure].unit
    measured = [
        Measured(
            label=row_name(run, table.key, row.key),
            value=_size(row, measure),
            words=shown_figure(row.figures[measure], unit).words,
            low=row.figures[measure].low,
            high=row.figures[measure].high,
            marked=row.outlier,
        )
        for row in rows[:MOST_BARS]
    ]
    label = said(words.measures[measure].label)
    return bars(
        f"chart-{table.key}",
        f"{title}: {label}",
        measured,
        reference=Decimal(1) if watch else None,
        reference_words="dashed: as expected; thin: what chance may do" if watch else "",
    )


def _size(row: Row, measure: str) -> Decimal:
    return Decimal(row.figures[measure].value or 0)


def _period(run: ReportRun, document: Document) -> str:
    period = document.period
    if run.report == under_utilization.KEY:
        period = terms().watched(period)
    return f"{staff_date(period.from_on)} to {staff_last_day(period.until_on)}"


def _source(run: ReportRun) -> str:
    return definition(run.report).source


def _review(review: OutlierReview, zone: ZoneInfo) -> str:
    when = staff_time(review.reviewed_at, zone)
    found = review.get_finding_display()
    return f"{found}: {review.note} ({review.reviewed_by_name}, {when})"
