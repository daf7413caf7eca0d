"""`openmso rulebook` as a person and as a program use it."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine

from openmso.project.commands import rulebook

Ask = Callable[..., tuple[int, str, str]]
PA_7 = "MA-OD-STD-PA-7"


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


def read(answer: tuple[int, str, str]) -> Any:
    code, out, err = answer
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_due_time_comes_with_its_citation_and_arithmetic(ask: Ask) -> None:
    due = read(ask("due", PA_7, "--at", "2026-11-20T17:45:00-08:00", "--json"))

    assert set(due) == {"rule", "due", "citation", "working"}
    assert (due["rule"], due["due"]) == (PA_7, "2026-11-27T23:59:59-08:00")
    assert due["citation"].startswith("42 CFR 422.568(b)(1)")
    assert due["working"][0] == "Received 11/20/2026 5:45 PM PST (day 0)"
    assert due["working"][-1] == "Due 11/27/2026 11:59:59 PM PST"


@pytest.mark.parametrize("at", ["2026-11-20T17:45", "2026-11-21T01:45Z", "2026-11-20 20:45-05:00"])
def test_the_same_moment_may_be_written_in_any_offset_or_none(ask: Ask, at: str) -> None:
    assert read(ask("due", PA_7, "--at", at, "--json"))["due"] == "2026-11-27T23:59:59-08:00"


def test_another_office_counts_in_its_own_zone(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("due", "AZ-PA-URG-5D", "--at", "2026-07-01T09:00", "--json")

    named = read(ask(*words, "--time-zone", "America/Phoenix"))
    monkeypatch.setenv("OPENMSO_TIME_ZONE", "America/Phoenix")
    by_default = read(ask(*words))

    assert named["due"] == by_default["due"] == "2026-07-06T23:59:59-07:00"


def test_an_extension_is_added_to_the_original_due_time(ask: Ask) -> None:
    due = read(ask("due", PA_7, "--at", "2026-11-20T17:45", "--extended", "--json"))

    assert due["due"] == "2026-12-11T23:59:59-08:00"


def test_a_rule_without_arithmetic_says_so(ask: Ask) -> None:
    due = read(ask("due", "KK-UR-AI-GATE", "--at", "2026-11-20T17:45", "--json"))

    assert due["due"] is None
    assert due["working"][0] == "A condition to be met before going on, not a clock."


def test_a_rule_out_of_force_is_computed_but_names_the_one_in_force(ask: Ask) -> None:
    due = read(ask("due", "MC-PA-STD-14", "--at", "2026-11-20T17:45", "--json"))

    assert due["due"] == "2026-12-04T23:59:59-08:00"
    assert due["working"][-1] == ("This rule was not in force on 11/20/2026; MC-PA-STD-7 is")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("due", "MA-OD-STD-7", "--at", "2026-11-20T17:45"), "nearest: MA-OD-STD-PA-7,"),
        (("show", "NOTHING-LIKE-IT-9999"), 'There is no rule "NOTHING-LIKE-IT-9999"; nearest: '),
        (("due", PA_7, "--at", "yesterday"), 'Not a date and time: "yesterday"'),
        (("due", PA_7, "--at", "2026-11-20"), "write e.g. 2026-11-20T17:45 for office time"),
        (("due", PA_7, "--at", "2026-02-30T10:00"), "Not a date and time"),
        (("due", PA_7, "--at", "2026-11-20T17:45", "--time-zone", "Mars"), "Not a time zone"),
        (
            ("due", "MA-OD-PARTB-72H", "--at", "2026-11-20T17:45", "--extended"),
            "MA-OD-PARTB-72H allows no extension.",
        ),
        (("due", "KK-UR-STD-5BD", "--at", "2031-12-30T10:00"), "add that year to the list"),
        (("due", PA_7, "--at", "9999-12-30T10:00"), "outside the calendar"),
        (("due", PA_7, "--at", "0001-01-01T00:00+14:00"), "outside the calendar"),
        (("list", "--on", "someday"), 'Not a day: "someday"'),
        (("list", "--line-of-business", "HMO"), "known: AZ-COMM, KK, MA, MEDI-CAL"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(
    ask: Ask, words: tuple[str, ...], sentence: str
) -> None:
    code, out, err = ask(*words)

    assert (code, out) == (2, "")
    assert sentence in err
    assert err.endswith(".\n")
    assert err.count("\n") == 1


@pytest.mark.requirement("IMP-08")
def test_every_rule_is_listed_with_source_dates_and_check_mark(ask: Ask) -> None:
    rules = {rule["id"]: rule for rule in read(ask("list", "--all", "--json"))}

    old = rules["MA-OD-STD-PA-14"]
    assert len(rules) >= 42
    assert (old["from"], old["until"], old["last_day"]) == (None, "2026-01-01", "2025-12-31")
    assert (old["value"], old["unit"], old["extension"]) == (14, "calendar_days", 14)
    assert (old["verified"], old["checked_on"]) == ("read:S03;S04", "2026-11-22")
    assert old["authority"] == "federal"
    assert all(rule["citation"] and rule["checked_on"] for rule in rules.values())


def test_a_list_is_of_the_rules_in_force_on_a_day(ask: Ask) -> None:
    def listed(*words: str) -> set[str]:
        rules = read(ask("list", "--json", *words))
        assert all(rule["in_force"] for rule in rules)
        return {rule["id"] for rule in rules}

    with time_machine.travel("2026-01-01T07:59:00+00:00"):
        still_last_year = listed()

    assert "MA-OD-STD-PA-14" in still_last_year
    assert listed("--on", "2025-12-31") == still_last_year
    assert {"MA-OD-STD-PA-7"} <= listed("--on", "2026-01-01", "--line-of-business", "ma")
    assert "KK-SB306-CEASE" in listed("--on", "2033-12-31")
    assert "KK-SB306-CEASE" not in listed("--on", "2034-01-01")


def test_a_rule_for_two_lines_is_listed_under_both(ask: Ask) -> None:
    for line in ("KK", "MEDI-CAL"):
        rules = read(ask("list", "--json", "--line-of-business", line))
        assert "KK-UR-AI-GATE" in {rule["id"] for rule in rules}


def test_people_read_text(ask: Ask) -> None:
    assert "  day 7: Fri 11/27\n" in ask("due", PA_7, "--at", "2026-11-20T17:45")[1]
    assert "7 calendar days" in ask("list", "--on", "2026-11-22")[1]
    shown = ask("show", PA_7)[1]
    assert "How long may we take" in shown
    assert "verified: taken from a secondary source; checked on 2026-11-22" in shown
    assert read(ask("show", PA_7, "--json"))["id"] == PA_7


def test_the_files_can_be_checked(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert ask("check")[1].startswith("no faults: ")
    assert read(ask("check", "--json"))["rules"] >= 42

    (tmp_path / "odd.yaml").write_text("question: How?\n", encoding="utf-8")
    monkeypatch.setenv("OPENMSO_RULEBOOK_PATHS", str(tmp_path))

    assert ask("check") == (1, "", "odd.yaml:1: there are no answers\n")
    assert ask("list")[0] == 2


def test_the_command_starts_without_django() -> None:
    asked = "import sys, openmso.project.commands.rulebook; print('django' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"
