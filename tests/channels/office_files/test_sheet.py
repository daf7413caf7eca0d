"""How a sheet is read: what is taken, and what is refused with its line."""

import pytest

from openmso.channels.office_files.cells import Cells
from openmso.channels.office_files.sheet import Columns, Row, read_sheet
from openmso.roster.plans.models import HealthPlan

COLUMNS = Columns(needed=("key", "name"), optional=("note",))


def faults_of(content: bytes) -> list[str]:
    return [str(fault) for fault in read_sheet("plans.csv", content, COLUMNS).faults]


def test_a_byte_order_mark_spaces_and_empty_lines_do_no_harm() -> None:
    sheet = read_sheet("plans.csv", b"\xef\xbb\xbfkey, name\r\n\r\n a , Poplar \r\n", COLUMNS)

    assert sheet.faults == []
    assert [(row.line, dict(row.values)) for row in sheet.rows] == [
        (3, {"key": "a", "name": "Poplar"})
    ]


def test_a_row_s_line_is_where_it_begins_even_after_a_text_of_several_lines() -> None:
    sheet = read_sheet("plans.csv", b'key,name\na,"two\nlines"\nb,Poplar\n', COLUMNS)

    assert [row.line for row in sheet.rows] == [2, 4]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "plans.csv:1: The first line must name the columns: key, name, note."),
        (b"key;name\na;b\n", "plans.csv:1: The columns are kept apart by semicolons"),
        (b"key\tname\na\tb\n", "plans.csv:1: The columns are kept apart by tabs"),
        (b"key\na\n", 'plans.csv:1: The column "name" is missing.'),
        (b"key,name,colour\n", 'plans.csv:1: There is no column "colour". There are: key, name'),
        (b"key,name,key\n", 'plans.csv:1: The column "key" stands twice'),
        (b"key,name\na,b\nc,Jos\xe9\n", "plans.csv:3: This is not UTF-8"),
        (b"\xff\xfek\x00e\x00y\x00", "plans.csv:1: This is not UTF-8"),
        (b"key,name\na,Poplar, Inc.\n", "plans.csv:2: There are more values than columns (3"),
        (b"key,name\na\n", "plans.csv:2: There are fewer values than columns (1"),
        (b"key,name\na,  \n", "plans.csv:2: The name is missing."),
        (b'key,name\na,"open\n', "This is no CSV"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(content: bytes, sentence: str) -> None:
    (told,) = faults_of(content)

    assert sentence in told


def cells(**values: str) -> Cells:
    return Cells(Row(file="plans.csv", line=7, values=values))


@pytest.mark.parametrize(
    "text", ["soon", "2026-02-30", "01/31/2026", "20260131", "2026-W05-6", "2026-1-3"]
)
def test_what_is_no_day_is_said(text: str) -> None:
    row = cells(from_on=text)

    row.day("from_on")

    assert [str(fault) for fault in row.faults] == [
        f'plans.csv:7: The from_on "{text}" is not a day; write e.g. 2026-01-31.'
    ]


@pytest.mark.parametrize("text", ["2770000019", "3770000018", "277000001", "NPI"])
def test_an_npi_that_is_none_is_said(text: str) -> None:
    row = cells(npi=text)

    row.npi("npi")

    assert "plans.csv:7: The npi" in str(row.faults[0])


def test_every_other_value_that_cannot_be_meant_is_said() -> None:
    row = cells(
        until_on="2026-01-01",
        from_on="2026-01-01",
        takes_part="perhaps",
        answer="requird",
        state="Calif",
        year="-1",
        codes="207Q00000X|doctor",
        name="N" * 200,
        key="Poplar Plan",
    )

    row.days()
    row.yes("takes_part")
    row.one_of("answer", ["required", "not_required"])
    row.state("state")
    row.whole_number("year", 2000, 2100)
    row.many("codes", shape=r"[0-9A-Z]{9}X", longest=10, example="207Q00000X")
    row.text("name", HealthPlan)
    row.key("key", HealthPlan)
    Cells(Row(file="plans.csv", line=7, values={"name": "a\x00b"}), row.faults).text(
        "name", HealthPlan
    )

    told = [fault.sentence for fault in row.faults]
    assert told == [
        "The until_on, the first day without it, must come after the from_on.",
        'The takes_part "perhaps" must be yes or no.',
        'There is no answer "requird"; did you mean "required"?',
        'The state "Calif" must be two capital letters of a state, e.g. CA.',
        'The year "-1" must be a whole number from 2000 to 2100.',
        'The codes "doctor" must look like 207Q00000X; put | between several.',
        "The name is longer than 120 letters.",
        'The key "Poplar Plan" must be small letters, digits and hyphens.',
        "The name holds a sign that cannot be printed.",
    ]
