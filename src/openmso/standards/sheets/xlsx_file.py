"""Tables as a workbook (Office Open XML)."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from .cells import Cell, Rows, harmless

_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_WIDEST = 60


def as_xlsx(sheets: Mapping[str, Rows], *, title: str, made_at: datetime) -> bytes:
    """Return a workbook with one sheet for each table; the first row of each is its head.

    Texts are written as texts, never as formulas or links. The same tables and `made_at` give the
    same bytes.
    """
    import xlsxwriter  # large, and of use only to who downloads a workbook

    file = BytesIO()
    book = xlsxwriter.Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(_NOT_IN_NAMES.sub(" ", name)[:_LONGEST_NAME])
        for place, row in enumerate(rows):
            _write(sheet, place, row, head if place == 0 else None)
        sheet.freeze_panes(1, 0)
        for place, width in enumerate(_widths(rows)):
            sheet.set_column(place, place, width)
    book.close()
    return file.getvalue()


def _write(sheet: Any, place: int, row: Any, look: Any) -> None:
    for column, cell in enumerate(harmless(one) for one in row):
        if isinstance(cell, str):
            sheet.write_string(place, column, cell, look)
        elif cell is not None:
            sheet.write_number(place, column, _number(cell), look)


def _number(cell: int | Decimal) -> int | float:
    return float(cell) if isinstance(cell, Decimal) else cell


def _widths(rows: Rows) -> list[int]:
    columns: list[int] = []
    for row in rows:
        columns += [0] * (len(row) - len(columns))
        for place, cell in enumerate(row):
            columns[place] = max(columns[place], _width(cell))
    return columns


def _width(cell: Cell) -> int:
    return min(_WIDEST, len(str(cell)) + 2) if cell is not None else 0
