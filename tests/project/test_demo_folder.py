"""A demo lives in a marked folder of its own and touches nothing else."""

from pathlib import Path

import pytest

from openmso.project.demo_folder import DemoFolder, DemoIsRunning, NotADemoFolder


@pytest.fixture
def folder(tmp_path: Path) -> DemoFolder:
    made = DemoFolder(tmp_path / "demo-data")
    made.prepare()
    return made


def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(NotADemoFolder, match="other things"):
        DemoFolder(tmp_path).prepare()


def test_fresh_deletes_only_a_marked_folder(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(NotADemoFolder, match="--fresh leaves it alone"):
        DemoFolder(tmp_path).remove()

    assert (tmp_path / "thesis.txt").exists()


def test_fresh_deletes_a_demo(folder: DemoFolder) -> None:
    folder.remove()

    assert not folder.path.exists()


def test_fresh_on_a_folder_that_does_not_exist_does_nothing(tmp_path: Path) -> None:
    DemoFolder(tmp_path / "absent").remove()

    assert list(tmp_path.iterdir()) == []


def test_the_secret_key_stays_the_same_and_is_readable_by_its_owner_only(
    folder: DemoFolder,
) -> None:
    first = folder.secret_key()

    assert folder.secret_key() == first
    assert len(first) >= 50
    assert (folder.path / "secret_key").stat().st_mode & 0o077 == 0


def test_two_demos_cannot_run_on_one_folder(folder: DemoFolder) -> None:
    with (
        folder.held(),
        pytest.raises(DemoIsRunning, match="already running"),
        folder.held(),
    ):
        pass


def test_facts_are_remembered_beside_each_other(folder: DemoFolder) -> None:
    folder.remember(members=200)
    folder.remember(built=True)

    assert folder.facts() == {"members": 200, "built": True}
