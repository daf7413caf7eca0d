"""Reads a file of criteria: YAML in, editions and faults out, each fault with its line.

criteria:
  - key: low_back_mri
    edition: "2027-1"
    title: MRI of the low back
    title_es: Resonancia de la espalda baja
    publisher: Northlight clinical council
    from: 2027-01-01             # the first day on which it serves
    until: 2028-01-01            # may be left out: the next edition ends it
    points:                      # a code may be left out: P1, P2, … in this order
      - text: what a reviewer looks for
        question: how a practice is asked for it
        plain: the same in plain words for a member
        plain_es: and in Spanish
"""

import re
from dataclasses import dataclass
from datetime import date

from openmso.casework.criteria.actions.add_editions import NewPoint
from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint

from .cells import Cells
from .faults import Fault
from .rows import Taken
from .sheet import Columns
from .yaml_entries import Entry, read_entries

EDITION = Columns(
    needed=("key", "edition", "title", "title_es", "publisher", "from"), optional=("until",)
)
POINT = Columns(needed=("text", "question", "plain", "plain_es"), optional=("code",))
_CODE = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """One edition as the file has it."""

    key: str
    edition: str
    title: str
    title_es: str
    publisher: str
    from_on: date
    until_on: date | None
    points: tuple[NewPoint, ...]


def read_criteria(file: str, content: bytes) -> tuple[list[Taken[EditionRow]], list[Fault]]:
    """Return the editions of a file and its faults; with any fault nothing of it may be used."""
    entries, faults = read_entries(
        file, content, "criteria", EDITION, inner_name="points", inner=POINT
    )
    rows = []
    for entry in entries:
        cells = Cells(entry.row)
        edition = _edition(entry, cells)
        faults += cells.faults
        if not cells.faults:
            rows.append(Taken(file, entry.row.line, edition))
    return rows, sorted(faults)


def _edition(entry: Entry, cells: Cells) -> EditionRow:
    from_on, until_on = cells.days("from", "until")
    return EditionRow(
        key=cells.key("key", CriteriaEdition),
        edition=cells.text("edition", CriteriaEdition),
        title=cells.text("title", CriteriaEdition),
        title_es=cells.text("title_es", CriteriaEdition),
        publisher=cells.text("publisher", CriteriaEdition),
        from_on=from_on,
        until_on=until_on,
        points=_points(entry, cells),
    )


def _points(entry: Entry, cells: Cells) -> tuple[NewPoint, ...]:
    """Return the points in the order of their codes, which is the order in which they are shown."""
    # Codes are compared as text: with ten points or more the first one is P01.
    width = len(str(len(entry.inner)))
    points: dict[str, NewPoint] = {}
    for number, row in enumerate(entry.inner, start=1):
        its_cells = Cells(row)
        code = its_cells.text("code", CriteriaPoint) or f"P{number:0{width}}"
        if _CODE.fullmatch(code) is None:
            its_cells.wrong(f'The code "{code}" must be letters and digits, such as P1.')
        if code in points:
            its_cells.wrong(f'Another point of this edition has the code "{code}".')
        points[code] = NewPoint(
            code=code,
            text=its_cells.text("text", CriteriaPoint),
            question=its_cells.text("question", CriteriaPoint),
            plain=its_cells.text("plain", CriteriaPoint),
            plain_es=its_cells.text("plain_es", CriteriaPoint),
        )
        cells.faults += its_cells.faults
    return tuple(points[code] for code in sorted(points))
