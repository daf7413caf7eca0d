"""Our own table of figures, which comes with the product: counts only, no decision.

It is written by `openmso imr figures FILE --write` and shown where nobody has loaded the file.
"""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .domain.decision import Kind, Outcome
from .domain.figures import Cell, Table, rows_of

DATA = Path(__file__).parent / "data"
HEADER = ("year", "type", "outcome", "diagnosis_group", "decisions")
_ABOUT_TABLE = """\
# Where figures.csv comes from. Written by `openmso imr figures FILE --write`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the figures come from. `published_by` and `title` are in the language of the file;
    `file` is the SHA-256 of what was counted."""

    published_by: str
    title: str
    counted_on: date
    decisions: int
    first_year: int
    last_year: int
    file: str


@dataclass(frozen=True, slots=True)
class Shipped:
    table: Table
    source: Source


@cache
def shipped() -> Shipped:
    """Return the table that comes with the product, with its source."""
    return read(DATA)


@cache
def fewest_for_a_rate() -> int:
    """Return how many decisions a rate needs; below it, counts are shown alone.

    Source: National Center for Health Statistics, Data Presentation Standards for Proportions,
    Vital and Health Statistics 2(175), 2017: no proportion from a sample under 30.
    """
    return int(_yaml(DATA / "rates.yaml")["fewest"])


def read(folder: Path) -> Shipped:
    """Read figures.csv and figures.yaml of a folder."""
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as rows:
        table = Counter(
            {
                Cell(
                    int(row["year"]), Kind(row["type"]), Outcome(row["outcome"]),
                    row["diagnosis_group"],
                ): int(row["decisions"])
                for row in csv.DictReader(rows)
            }
        )  # fmt: skip
    return Shipped(table, Source(**_yaml(folder / "figures.yaml")))


def write(table: Table, source: Source, folder: Path = DATA) -> None:
    """Write the table and its source; the same table gives the same bytes."""
    with (folder / "figures.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(HEADER)
        sheet.writerows(rows_of(table))
    facts = {name: getattr(source, name) for name in Source.__slots__}
    (folder / "figures.yaml").write_text(
        _ABOUT_TABLE + yaml.safe_dump(facts, sort_keys=False, allow_unicode=True), encoding="utf-8"
    )


def _yaml(file: Path) -> Mapping[str, Any]:
    written: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return written
