"""Tables leave as CSV and XLSX; nothing in them can be read as a formula."""

import csv
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from openmso.standards.sheets.cells import Cell, harmless
from openmso.standards.sheets.csv_file import as_csv
from openmso.standards.sheets.xlsx_file import as_xlsx

MADE_AT = datetime(2026, 4, 6, 7, 0, tzinfo=UTC)
FORMULAS = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=cmd|"/c calc"!A1']


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert list(csv.reader(StringIO(as_csv([[text]]), newline=""))) == [[f"'{text}"]]


@pytest.mark.parametrize("cell", ["Dr. Abara", "", "1-2", -4, Decimal("-0.5"), None])
def test_numbers_and_other_texts_are_left_alone(cell: Cell) -> None:
    assert harmless(cell) == cell


def test_a_comma_a_quote_and_a_line_end_come_back_as_they_were() -> None:
    row = ["Ruth Abara, MD", 'the "north"', "two\nlines", "12.50"]

    text = as_csv([row])

    assert list(csv.reader(StringIO(text, newline=""))) == [row]
    assert text.endswith("\r\n")


def test_a_workbook_holds_no_formula_and_is_the_same_every_time() -> None:
    sheets = {"A/B: what?": [["Head", "Number"], *([text, 3] for text in FORMULAS)]}

    made = as_xlsx(sheets, title="T", made_at=MADE_AT)

    assert made == as_xlsx(sheets, title="T", made_at=MADE_AT)
    with ZipFile(BytesIO(made)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert 'name="A B  what "' in book.read("xl/workbook.xml").decode()
    assert "<f>" not in sheet
    assert "<v>3</v>" in sheet
