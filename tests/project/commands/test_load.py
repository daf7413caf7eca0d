"""`openmso load people`: what it asks for, and what it tells."""

import json
from pathlib import Path

import pytest

from factories.roster import make_ipa, make_plan, make_tenant
from openmso.project.commands import main
from openmso.roster.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    people = [
        {
            "resourceType": "Patient",
            "id": "a",
            "name": [{"family": "Sandoval"}],
            "birthDate": "1980-05-05",
        },
        {"resourceType": "Patient", "id": "b", "name": [{"family": "Sandoval"}]},
    ]
    lines = "\n".join(json.dumps(person) for person in people)
    (tmp_path / "Patient.ndjson").write_text(lines, encoding="utf-8")
    return tmp_path


def test_it_tells_what_was_added_and_lists_what_was_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = make_tenant(key="loading")
    make_plan(office)
    make_ipa(office, key="first", name="First IPA")
    sheet = folder / "refused.csv"

    status = main(["load", "people", str(folder), "--tenant", "loading", "--refused", str(sheet)])

    told = capsys.readouterr().out
    assert status == 0
    assert "First IPA" in told
    assert "1 × Patient: the birth date is missing (first: Patient.ndjson:2)" in told
    assert "Patient.ndjson:2,Patient,the birth date is missing" in sheet.read_text(encoding="utf-8")
    assert Member.objects.filter(tenant=office).count() == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--tenant", "nowhere"], "There are: loading, other"),
        ([], "name the office with --tenant"),
        (["--tenant", "loading", "--ipa", "nobody"], 'has no IPA "nobody"'),
        (["--tenant", "other"], "has no IPA yet"),
        (["--tenant", "loading", "--plan-map", "missing.yaml"], "cannot be read"),
    ],
)
def test_what_it_cannot_do_is_said_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    make_ipa(make_tenant(key="loading"), key="first")
    make_tenant(key="other")

    status = main(["load", "people", str(folder), *words])

    assert status == 1
    assert sentence in capsys.readouterr().err
    assert Member.objects.count() == 0


def test_a_folder_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", "people", "no-such-folder"]) == 1
    assert "There is no folder no-such-folder" in capsys.readouterr().err
