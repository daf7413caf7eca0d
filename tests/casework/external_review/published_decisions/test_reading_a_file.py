"""The regulator's file, in whatever dress it comes: read, or refused with line and reason."""

import gzip
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factories.published_decisions import HEADER, LINE, read, sheet
from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.file.opening import FileNotReadable
from openmso.standards.deidentification import Kind as Identifying

pytestmark = pytest.mark.requirement("S004-39")

ACCENTED = {"DiagnosisSubCategory": "Ménière's disease"}


def test_a_line_becomes_a_decision() -> None:
    (one,) = read(sheet({"Findings": "The scan was needed.\n\nIt   changes the care."})).decisions

    assert (one.reference, one.year) == ("MN14-70001", 2014)
    assert (one.kind, one.outcome) == (Kind.MEDICAL_NECESSITY, Outcome.OVERTURNED)
    assert (one.diagnosis_group, one.treatment_group) == ("bones_joints", "imaging_tests")
    assert (one.diagnosis, one.diagnosis_detail) == ("Orthopedic/ Musculoskeletal", "Back Pain")
    assert one.findings == "The scan was needed.\nIt changes the care."


@pytest.mark.parametrize(
    "content",
    [
        sheet(ACCENTED).encode(),
        sheet(ACCENTED).encode("utf-8-sig"),
        sheet(ACCENTED).encode("utf-16"),
        sheet(ACCENTED).encode("cp1252"),
        sheet(ACCENTED, separator=";").encode(),
        sheet(ACCENTED, separator="\t").encode(),
        sheet(ACCENTED).replace("\r\n", "\n").encode(),
        lzma.compress(sheet(ACCENTED).encode()),
        gzip.compress(sheet(ACCENTED).encode()),
    ],
    ids=[
        *("utf-8", "utf-8 with mark", "utf-16", "old Windows", "semicolons", "tabs"),
        *("unix lines", "xz", "gzip"),
    ],
)
def test_the_same_file_in_other_dress_reads_the_same(content: bytes) -> None:
    found = read(content)

    assert found.refused == []
    assert [one.diagnosis_detail for one in found.decisions] == ["Ménière's disease"]


def test_columns_are_known_by_any_of_their_names_and_in_any_order() -> None:
    ours = ("determination", "Report Year", "reference_id", "IMRType", "diagnosis category",
            "TREATMENT_CATEGORY", "DaysToReview")  # fmt: skip
    text = ",".join(ours) + "\nUpheld Decision of Health Plan,2016,ei16-22,"
    text += "Experimental/Investigational,Cancer,Cancer Treatment,12\n"

    (one,) = read(text).decisions

    assert (one.reference, one.kind, one.outcome) == (
        "EI16-22", Kind.EXPERIMENTAL, Outcome.UPHELD,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"ReferenceID": ""}, "the reference is not letters, year and number (as in MN16-1234)"),
        ({"ReferenceID": "Jane Roe"}, "the reference is not letters, year and number"),
        ({"ReportYear": "1887"}, "the year is not between 1999 and 2026"),
        ({"ReportYear": "2027"}, "the year is not between 1999 and 2026"),
        ({"ReportYear": "２０１４"}, "the year is not between"),
        ({"Determination": "Settled"}, "the determination is neither upheld nor overturned"),
        ({"Type": "Price"}, "the type is none that is known"),
        ({"AgeRange": "x" * 21}, "age band is longer than 20 signs"),
    ],
)
def test_a_line_that_is_no_decision_is_refused_with_its_reason(
    change: dict[str, str], why: str
) -> None:
    found = read(sheet({"ReferenceID": "MN14-1"}, change, {"ReferenceID": "MN14-2"}))

    assert [one.reference for one in found.decisions] == ["MN14-1", "MN14-2"]
    (refused,) = found.refused
    assert refused.line == 3
    assert refused.why.startswith(why)


def test_a_short_line_and_a_second_reference_are_refused_by_line() -> None:
    found = read(sheet({}, {}) + "MN14-9,2014\r\n\r\n")

    assert [(one.line, one.why) for one in found.refused] == [
        (3, "MN14-70001 stands in line 2 already"),
        (4, f"has 2 fields, the header has {len(HEADER)}"),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no column for"),
        (b"name,age\nx,3\n", "no column for"),
        (sheet({}).replace("PatientGender", "AgeRange").encode(), "two columns for: age_band"),
        (b"\xfd7zXZ\x00 broken", "packed file is broken"),
        (lzma.compress(sheet({}).encode())[:-20], "packed file is broken"),
        (b"%PDF-1.7\n\xff\xfe\x00", "no column for"),
    ],
)
def test_what_is_no_such_file_is_refused_as_a_whole(content: bytes, why: str) -> None:
    with pytest.raises(FileNotReadable, match=why):
        read(content)


@pytest.mark.requirement("S004-40")
def test_a_text_that_may_lead_to_a_person_is_withheld_and_its_decision_kept() -> None:
    found = read(sheet({"Findings": "Dr. Okafor saw the patient on 03/04/2014."}))

    (one,) = found.decisions
    assert one.findings == ""
    assert one.findings_withheld
    assert found.withheld == {Identifying.DOCTOR: 1, Identifying.DATE: 1}
    assert one.diagnosis_detail == "Back Pain"


def test_an_unknown_category_is_counted_under_other_and_told() -> None:
    found = read(sheet({"DiagnosisCategory": "Space sickness"}))

    assert found.decisions[0].diagnosis_group == "other"
    assert found.ungrouped == {"Space sickness": 1}


@given(some.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = read(content)
    except FileNotReadable:
        return
    assert found.decisions == []


@given(
    some.lists(some.fixed_dictionaries({name: some.text(max_size=20) for name in LINE}), max_size=4)
)
def test_any_words_in_the_columns_are_refused_and_stop_nothing(
    lines: list[dict[str, str]],
) -> None:
    content = sheet(*lines).encode("utf-8", "surrogatepass")

    found = read(content)

    filled = [line for line in lines if any(field.strip() for field in line.values())]
    assert found.decisions == []
    assert len(found.refused) <= len(filled)
    assert found.refused or not any("".join(line.values()).isalnum() for line in filled)
