"""`openmso imr`: load the published decisions, and count them into the figures that we ship."""

import json
from pathlib import Path

import pytest

from factories.published_decisions import sheet
from factories.roster import make_tenant
from openmso.casework.external_review.published_decisions import shipped
from openmso.casework.external_review.published_decisions.models import PublishedRow
from openmso.office.timeline.queries import history
from openmso.project.commands import main

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-39")]

UPHELD = {"ReferenceID": "MN14-2", "Determination": "Upheld Decision of Health Plan"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "decisions.csv"
    texts = {"ReferenceID": "MN14-3", "Findings": "Dr. Okafor called 213-555-0110."}
    text = sheet({}, UPHELD, {}, texts, {"ReferenceID": "MN14-4", "Type": "Price"})
    file.write_text(text, encoding="utf-8", newline="")
    return file


def test_loading_tells_what_was_added_refused_and_withheld(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = make_tenant(key="reviewed")

    code = main(["imr", "load", str(file), "--tenant", "reviewed", "--by", "Sam Ortiz"])

    told = capsys.readouterr().out
    assert code == 0
    assert "writing 3 of 3" in told
    assert "Read 3 decisions, 2014 to 2014 (utf-8)." in told
    assert "Added 3, changed 0, known 0." in told
    assert "Refused lines: 2." in told
    assert "1 × a reference stands twice (first: line 4)" in told
    assert "1 × the type is none that is known (first: line 6)" in told
    assert "may lead to a person: doctor 1, phone 1." in told
    assert "Okafor" not in told
    (line,) = history(office.id, office.id)
    assert line.actor_name == "Sam Ortiz"


def test_loading_again_adds_nothing_and_programs_read_json(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_tenant(key="reviewed")
    words = ["imr", "load", str(file), "--tenant", "reviewed", "--json"]
    main(words)
    capsys.readouterr()

    code = main(words)

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["added"], told["changed"], told["known"], told["read"]) == (0, 0, 3, 3)
    assert told["refused"] == [
        {"line": 4, "why": "MN14-70001 stands in line 2 already"},
        {"line": 6, "why": "the type is none that is known"},
    ]
    assert told["withheld"] == {"doctor": 1, "phone": 1}
    assert PublishedRow.objects.count() == 3


@pytest.mark.parametrize("content", [b"", b"name,age\nx,3\n", b"\xfd7zXZ\x00 broken"])
def test_a_file_of_another_kind_is_refused_in_a_sentence(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_tenant(key="reviewed")
    file = tmp_path / "other.csv"
    file.write_bytes(content)

    code = main(["imr", "load", str(file), "--tenant", "reviewed"])

    assert code == 1
    assert str(file) in capsys.readouterr().err
    assert not PublishedRow.objects.exists()


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    make_tenant(key="reviewed")

    assert main(["imr", "load", "nowhere.csv", "--tenant", "reviewed"]) == 1
    assert "nowhere.csv cannot be read: No such file" in capsys.readouterr().err


@pytest.mark.django_db(False)
def test_figures_are_counted_and_written_with_their_source(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        ["imr", "figures", str(file), "--write", "--into", str(tmp_path),
         "--published-by", "A regulator", "--title", "Decisions"]
    )  # fmt: skip

    assert code == 0
    assert "3 decisions, 2014 to 2014: 2 overturned, 1 upheld; 2 cells." in capsys.readouterr().out
    here = shipped.read(tmp_path)
    assert sum(here.table.values()) == here.source.decisions == 3
    assert (here.source.published_by, here.source.title) == ("A regulator", "Decisions")


@pytest.mark.django_db(False)
def test_figures_are_not_written_without_a_source(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["imr", "figures", str(file), "--write", "--into", str(tmp_path)]) == 1
    assert "without a source" in capsys.readouterr().err
    assert not (tmp_path / "figures.csv").exists()


@pytest.mark.django_db(False)
def test_figures_for_programs_are_every_cell(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["imr", "figures", str(file), "--json"]) == 0

    cells = json.loads(capsys.readouterr().out)
    assert cells[0] == {
        "year": 2014, "type": "medical_necessity", "outcome": "overturned",
        "diagnosis_group": "bones_joints", "decisions": 2,
    }  # fmt: skip
