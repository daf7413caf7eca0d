"""`openmso rulebook notices`, and that the check reads the notices too."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from openmso.project.commands import rulebook

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run the command; return its exit code, output and error output."""
    monkeypatch.delenv("OPENMSO_TIME_ZONE", raising=False)
    monkeypatch.delenv("OPENMSO_RULEBOOK_PATHS", raising=False)

    def run(*words: str) -> tuple[int, str, str]:
        parser = argparse.ArgumentParser()
        rulebook.add_arguments(parser)
        code = rulebook.run(parser.parse_args(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_notices_of_an_event_are_printed_with_all_they_must_contain(ask: Ask) -> None:
    code, out, err = ask("notices", "--event", "extension_taken", "--on", "2026-11-22")

    assert (code, err) == (0, "")
    lines = [line.strip() for line in out.splitlines()]
    assert lines[0].startswith("MA-EXTENSION: more time was taken")
    assert "for: line_of_business MA" in lines
    assert "by: MA-OD-EXT-GROUNDS" in lines
    assert "says the right to a fast grievance" in lines


def test_a_notice_is_listed_from_its_first_day_on(ask: Ask) -> None:
    def ids(on: str) -> set[str]:
        _, out, _ = ask("notices", "--on", on, "--json")
        return {notice["id"] for notice in json.loads(out)}

    assert ids("2026-01-01") - ids("2025-12-31") == {
        "MA-DENIAL-REASON-PROVIDER",
        "MA-YEARLY-FIGURES",
    }


def test_an_event_that_nobody_knows_is_refused(ask: Ask) -> None:
    code, out, err = ask("notices", "--event", "tea")

    assert (code, out) == (2, "")
    assert err.startswith('There is no event "tea"')


def test_the_check_finds_a_fault_in_a_notice(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "odd.yaml").write_text("notice: Odd\n", encoding="utf-8")
    monkeypatch.setenv("OPENMSO_RULEBOOK_PATHS", str(tmp_path))

    assert ask("check") == (1, "", "notices/odd.yaml:1: there are no notices\n")
