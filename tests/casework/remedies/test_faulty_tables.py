"""A faulty table does not start, and says where and what in a sentence."""

import shutil
from pathlib import Path

import pytest

from openmso.casework.remedies.table import DATA, TableError, read_table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the table to break."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def line_of(file: Path, text: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("coverage", "{coverage: FFS-MEDI-CAL}", "{coverage: FFS}", 'C4: coverage cannot be "FFS"'),
        ("coverage", "{coverage: FFS-MEDI-CAL}", "{cover: MA}", 'C4: there is no cell "cover"'),
        ("coverage", "{coverage: FFS-MEDI-CAL}", "MA", '"when" of C4 describes members'),
        ("coverage", "prediction: likely_barred", "prediction: barred", 'cannot be "barred"'),
        ("coverage", "why: dual_member", "why: dual", 'there is no "dual" for "why"'),
        ("coverage", "to: [state_hearing]", "to: [hearing]", 'there is no "hearing" for "to"'),
        ("dispute", "id: D2", "id: D1", "the id D1 is taken"),
        ("dispute", "    grievance: not_needed\n", "    griev: no\n", 'there is no field "griev"'),
        ("dispute", "source: HSC 1370.4(a)", "source:", 'the field "source" of D7 is missing'),
        ("remedies", "opens: later", "opens: sometime", 'opens cannot be "sometime"'),
        ("remedies", "[{rule: MC-SFH-FILE-120}]", "[MC-SFH-FILE-120]", "is a list of {rule: ID}"),
        ("remedies", "papers: [imr_form,", "papers: [form,", 'there is no "form" for "papers"'),
        ("warnings", "on: [keep_service]", "on: [keep]", 'there is no "keep" for "on"'),
        ("warnings", "Audiencia estatal: {state_hearing}.", "Luego.", "with the same places"),
        ("words", 'es: "Nada"', 'fr: "Rien"', "is a text in en and es"),
        ("papers", "owed_by: plan", "owed_by: us", 'owed_by cannot be "us"'),
        ("questions", "kind: some_of", "kind: many", 'kind cannot be "many"'),
        ("lines", "unlicensed: KK-COMMERCIAL", "unlicensed: KK", 'cannot be "KK"'),
        ("lines", "part_b_drugs: yes", "part_b_drugs: often", '"part_b_drugs" of MA is yes or no'),
    ],
)
def test_a_fault_is_named_with_file_line_and_sentence(
    folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    page = folder / f"{file}.yaml"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(TableError) as refused:
        read_table(folder)

    found = [one for one in refused.value.findings if sentence in one.sentence]
    assert found, str(refused.value)
    assert found[0].file == f"{file}.yaml"
    assert found[0].line > 1


def test_the_line_is_the_field_s_own(folder: Path) -> None:
    page = folder / "coverage.yaml"
    text = page.read_text(encoding="utf-8").replace("prediction: likely_barred", "prediction: b")
    page.write_text(text, encoding="utf-8")

    with pytest.raises(TableError) as refused:
        read_table(folder)

    (finding,) = refused.value.findings
    assert finding.line == line_of(page, "prediction: b")


def test_a_missing_file_and_unreadable_yaml_are_named(folder: Path) -> None:
    (folder / "words.yaml").unlink()
    with pytest.raises(TableError, match=r"words\.yaml"):
        read_table(folder)

    (folder / "words.yaml").write_text("answers: [", encoding="utf-8")
    with pytest.raises(TableError, match="not readable as YAML"):
        read_table(folder)


def test_a_paper_that_nobody_owes_is_named(folder: Path) -> None:
    page = folder / "papers.yaml"
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    page.write_text("".join(one for one in lines if "imr_form" not in one), encoding="utf-8")

    with pytest.raises(TableError, match='nobody owes the paper "imr_form"'):
        read_table(folder)


def test_the_table_that_ships_has_no_fault() -> None:
    assert len(read_table(DATA).remedies) > 20
