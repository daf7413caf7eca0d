"""The decision table: reads its files and refuses to begin with a faulty one."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from openmso.rulebook.errors import Finding, RulebookError
from openmso.rulebook.reading import Page, read_pages

from .cells import UNKNOWN, cell_values
from .reading import EVERYBODY, Row
from .rows import (
    DecisionTable,
    GateRow,
    Kind,
    LineRow,
    Opening,
    OwedBy,
    PaperRow,
    Prediction,
    Question,
    RemedyRow,
    WarningRow,
)
from .words import Words

DATA = Path(__file__).resolve().parent / "data"
FILES = ("questions", "words", "papers", "remedies", "coverage", "dispute", "warnings", "lines")
Made = TypeVar("Made")
Cells = Mapping[str, tuple[str, ...]]


class TableError(RulebookError):
    """The files cannot be used; `findings` names every fault with file and line."""


@cache
def default_table() -> DecisionTable:
    """Return the table that comes with the product, read once in a process."""
    return read_table(DATA)


def read_table(folder: Path) -> DecisionTable:
    """Read a folder of the eight files; raise TableError with every fault."""
    pages = {page.question: page for page in read_pages([folder])}
    missing = [Finding(f"{name}.yaml", 0, "the file is missing") for name in FILES]
    missing = [finding for finding in missing if finding.file[:-5] not in pages]
    if missing:
        raise TableError(missing)
    questions = {one.id: one for one in _rows(pages["questions"], {}, _question)}
    if pages["questions"].findings:
        raise TableError(pages["questions"].findings)  # or every row would name unknown cells
    cells = cell_values(questions)
    words = dict(_rows(pages["words"], cells, _says))
    asked = questions["papers"].values if "papers" in questions else {}
    papers = {one.id: one for one in _rows(pages["papers"], cells, lambda row: _paper(row, asked))}
    _every_paper_is_owed(pages["papers"], asked, papers)
    remedies = tuple(_rows(pages["remedies"], cells, lambda row: _remedy(row, papers)))
    keys = {remedy.key: remedy for remedy in remedies}
    dispute = pages["dispute"]
    table = DecisionTable(
        questions=questions,
        coverage=tuple(_rows(pages["coverage"], cells, lambda row: _gate(row, keys, words))),
        dispute=tuple(_rows(dispute, cells, lambda row: _gate(row, keys, words))),
        final_judge=_head(dispute, "final_judge"),
        ordinary_wait=_head(dispute, "ordinary_wait"),
        fast_wait=_head(dispute, "fast_wait"),
        papers=papers,
        remedies=remedies,
        warnings=tuple(_rows(pages["warnings"], cells, lambda row: _warning(row, keys))),
        words=words,
        lines={one.id: one for one in _rows(pages["lines"], cells, _line)},
    )
    if findings := [finding for page in pages.values() for finding in page.findings]:
        raise TableError(findings)
    return table


def _rows(page: Page, cells: Cells, make: Callable[[Row], Made]) -> list[Made]:
    made, seen = [], dict[str, str]()
    for fields in page.rows:
        row = Row(page, fields, cells)
        name = row.text("id")
        if name in seen:
            row.fault("id", f"the id {name} is taken ({seen[name]})")
        seen[name] = row.place
        made.append(make(row))
        row.nothing_else()
    return made


def _question(row: Row) -> Question:
    return Question(
        id=row.text("id"),
        kind=row.word("kind", row.text("kind"), Kind, Kind.DAY),
        asks=row.words("asks"),
        help=row.words("help") if "help" in row.fields else None,
        values=row.valued("values"),
        left_out=row.text("left_out", needed=False) or UNKNOWN,
        by_office=row.text("from", needed=False) == "office",
    )


def _says(row: Row) -> tuple[str, Words]:
    return row.text("id"), row.words("says")


def _gate(row: Row, keys: Mapping[str, RemedyRow], words: Mapping[str, Words]) -> GateRow:
    row.known("why", words)
    return GateRow(
        id=row.text("id"),
        when=row.when("when") if "when" in row.fields else EVERYBODY,
        prediction=row.word("prediction", row.text("prediction"), Prediction, Prediction.UNCLEAR),
        human_review=row.yes("human_review"),
        everything_to_a_person=row.text("everything", needed=False) == "person",
        grievance_needed=row.text("grievance", needed=False) != "not_needed",
        to=row.known("to", keys),
        why=row.text("why"),
        source=row.text("source"),
        verified=row.text("verified"),
        open_point=row.text("open_point", needed=False),
        place=row.place,
    )


def _paper(row: Row, asked: Mapping[str, Words]) -> PaperRow:
    name = row.text("id")
    return PaperRow(
        id=name,
        owed_by=row.word("owed_by", row.text("owed_by"), OwedBy, OwedBy.MEMBER),
        says=asked[name] if name in asked else row.words("says"),
        send_within=row.rules("send_within"),
        source=row.text("source"),
        verified=row.text("verified"),
    )


def _every_paper_is_owed(
    page: Page, asked: Mapping[str, Words], papers: Mapping[str, PaperRow]
) -> None:
    for name in asked:
        if name not in papers:
            page.findings.append(Finding(page.file, 1, f'nobody owes the paper "{name}"'))


def _remedy(row: Row, papers: Mapping[str, PaperRow]) -> RemedyRow:
    return RemedyRow(
        id=row.text("id"),
        key=row.text("key"),
        when=row.when("for"),
        name=row.words("name"),
        says=row.words("says"),
        who=row.words("who"),
        opens=row.word("opens", row.text("opens"), Opening, Opening.PERSON_DECIDES),
        leaving=row.text("leaving", needed=False),
        hearing=row.yes("hearing"),
        own_paper=row.yes("own_paper"),
        at_once_if=row.when("at_once_if"),
        file_within=row.rules("file_within"),
        wait=row.rules("wait"),
        answer_within=row.rules("answer_within"),
        papers=row.known("papers", papers),
        line=row.text("line", needed=False),
        source=row.text("source"),
        verified=row.text("verified"),
        place=row.place,
    )


def _warning(row: Row, keys: Mapping[str, RemedyRow]) -> WarningRow:
    return WarningRow(
        id=row.text("id"),
        on=row.known("on", keys),
        when=row.when("when"),
        needs=row.known("needs", keys),
        unless_known=row.known("unless_known", keys),
        says=row.words("says"),
    )


def _line(row: Row) -> LineRow:
    return LineRow(
        id=row.text("id"),
        licensed=row.one_value("licensed", "coverage"),
        unlicensed=row.one_value("unlicensed", "coverage"),
        program=row.one_value("program", "benefit", needed=False),
        part_b_drugs=row.yes("part_b_drugs"),
    )


def _head(page: Page, name: str) -> str:
    written = page.head.get(name)
    if written is None or not isinstance(written.value, str):
        page.findings.append(Finding(page.file, 1, f'the head names "{name}"'))
        return ""
    return written.value
