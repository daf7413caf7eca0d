"""`openmso audit`: says that everything fits, or names what does not, and keeps a head."""

from pathlib import Path

import pytest

from office.seals.sealed_office import (
    owner_of_the_database,
    seal,
    sealed_office,
    tell,
    write_history,
)
from openmso.office.seals.models import Seal
from openmso.project.commands import main

pytestmark = pytest.mark.django_db


def test_a_whole_history_is_told_and_the_command_ends_well(
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = sealed_office(seals=2, lines=3)

    assert main(["audit", "verify"]) == 0

    told = capsys.readouterr().out
    assert f"{office.name}: 8 lines in 2 seals, sealed from 2026-11-20 18:00 to" in told
    assert "Everything fits." in told
    assert "only a head kept elsewhere can show" in told


def test_a_fault_is_named_with_its_place_and_the_command_fails(
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = sealed_office(seals=2, lines=3)
    row_id = Seal.objects.get(tenant=office, number=2).lines[1][1]
    with owner_of_the_database():
        tell("UPDATE case_event SET actor_name = 'Somebody Else' WHERE id = %s", row_id)

    assert main(["audit", "verify", "--tenant", office.key]) == 1

    told = capsys.readouterr().out
    assert f"seal 2, line 6, case_event {row_id}: was changed after it was sealed." in told


def test_a_kept_head_shows_that_the_end_was_cut_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = sealed_office(seals=3, lines=2)
    head = _kept_head(tmp_path, capsys)
    with owner_of_the_database():
        for ledger, row_id, _ in Seal.objects.get(tenant=office, number=3).lines:
            tell(f"DELETE FROM {ledger} WHERE id = %s", row_id)
        tell("DELETE FROM seal WHERE tenant_id = %s AND number = 3", office.id)

    assert main(["audit", "verify"]) == 0
    assert main(["audit", "verify", "--head", str(head)]) == 1

    assert "seal 3: is in the head you kept and is gone" in capsys.readouterr().out


def test_a_head_still_fits_when_the_office_has_worked_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = sealed_office(seals=2, lines=2)
    head = _kept_head(tmp_path, capsys)
    write_history(office, lines=4)
    seal(office)

    assert main(["audit", "verify", "--head", str(head)]) == 0


def test_an_office_that_is_gone_altogether_is_missed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = sealed_office(seals=1)
    head = _kept_head(tmp_path, capsys)
    text = head.read_text()
    with owner_of_the_database():
        for table in ("case_event", "disclosure", "seal"):
            tell(f"DELETE FROM {table} WHERE tenant_id = %s", office.id)
        tell("DELETE FROM tenant WHERE id = %s", office.id)
    assert str(office.id) in text

    assert main(["audit", "verify", "--head", str(head)]) == 1

    assert f"names an office that is not here: {office.id}" in capsys.readouterr().out


def test_a_file_that_is_no_head_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "head.json"
    file.write_text("[]")

    assert main(["audit", "verify", "--head", str(file)]) == 1

    assert "holds no heads" in capsys.readouterr().err


def _kept_head(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    capsys.readouterr()
    assert main(["audit", "head"]) == 0
    file = folder / "head.json"
    file.write_text(capsys.readouterr().out)
    return file
