"""The one door on the command line."""

import subprocess
import sys

import pytest

from openmso.project.commands import main, names


def test_openmso_alone_lists_every_command_with_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == list(names())


def test_an_unknown_command_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serv"]) == 2
    assert "Did you mean `openmso serve`?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["demo", "serve", "requirements"])
def test_an_unknown_option_exits_with_2(command: str) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([command, "--no-such-option"])

    assert leaving.value.code == 2


def test_asking_for_requirements_does_not_load_django() -> None:
    program = (
        "import sys; from openmso.project.commands import main; main(['requirements', '--json']);"
        "sys.exit('django' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("words", [["sign-in", "um_nurse"], ["advance", "3d"]])
def test_what_only_a_demo_can_do_is_refused_elsewhere(
    words: list[str], tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", *words, "--data-dir", str(tmp_path)]) == 1
    assert "is not a demo office" in capsys.readouterr().err


@pytest.mark.parametrize("length", ["3x", "d", "-1d", "", "99999d"])
def test_the_clock_is_pushed_by_days_hours_or_minutes_only(length: str) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["demo", "advance", length])

    assert leaving.value.code == 2


def test_an_office_without_members_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--members", "0"]) == 1
    assert "at least one member" in capsys.readouterr().err
