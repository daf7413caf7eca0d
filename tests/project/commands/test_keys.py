"""`openmso keys`: makes what is missing, changes the key of files, and never hides a lost one."""

from pathlib import Path
from typing import Any

import pytest

from openmso.office.documents.store import keep, read
from openmso.office.keys.file_keys import current_file_key, file_keys
from openmso.project.commands import main
from openmso.project.keys_at_start import refuse_missing_keys
from openmso.project.refusal import Refusal


@pytest.fixture(autouse=True)
def installation(tmp_path: Path, settings: Any) -> Path:
    settings.DATA_DIR, settings.KEY_DIR = tmp_path / "files", tmp_path / "keys"
    return tmp_path


def test_the_first_keys_are_made_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "make"]) == 0
    assert "Keep a copy in a safe place" in capsys.readouterr().out
    refuse_missing_keys()
    key = current_file_key()

    assert main(["keys", "make"]) == 0

    assert "Every key is there." in capsys.readouterr().out
    assert current_file_key() == key


def test_an_office_does_not_open_without_its_keys() -> None:
    with pytest.raises(Refusal, match="openmso keys make"):
        refuse_missing_keys()


def test_a_new_key_locks_every_file_and_the_old_one_stays(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["keys", "make"])
    digest = keep(b"a note")

    assert main(["keys", "rotate"]) == 0

    told = capsys.readouterr().out
    assert "files-2.key from now on" in told
    assert "1 files locked with the present key" in told
    assert [key.number for key in file_keys()] == [1, 2]
    assert read(digest) == b"a note"
    assert main(["keys", "lock-files"]) == 0
    assert "0 files locked with the present key, 1 were already" in capsys.readouterr().out


@pytest.mark.parametrize("act", ["make", "rotate", "lock-files"])
def test_a_lost_key_is_named_and_no_other_is_made_over_it(
    act: str, installation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["keys", "make"])
    keep(b"a note")
    (installation / "keys").rename(installation / "safe")

    assert main(["keys", act]) == 1

    assert "put that key file back" in capsys.readouterr().err
    assert not (installation / "keys").exists()
    with pytest.raises(Refusal, match="put that key file back"):
        refuse_missing_keys()
    (installation / "safe").rename(installation / "keys")
    refuse_missing_keys()
