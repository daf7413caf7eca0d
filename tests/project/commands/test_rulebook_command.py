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
from openmso.rulebook.book import LAW

Ask = Callable[..., tuple[int, str, str]]
PA_7 = "MA-OD-STD-PA-7"
AT = "request_received=2026-11-20T17:45"
PAUSED = ("due", PA_7, "--at", "2026-11-20T17:45", "--paused")
ASKED = (
    *("ask", "prior_auth/decision_due", "--fact", "line_of_business=MEDI-CAL"),
    *("--fact", "urgency=standard", "--fact", "item_or_drug=item"),
    *("--fact", "review_timing=prospective", "--at"),
)


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
        (("list", "--line-of-business", "HMO"), "known: ALL, ALL-MEDICARE, AZ-AHCCCS, AZ-COMM"),
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
    code, out, _ = ask("check", "--on", "2026-11-22")
    assert (code, out.splitlines()[0].split(": ")[0]) == (0, "no faults")
    assert "gaps from 2025 to 2029: none" in out.splitlines()
    assert "checked more than a year before 2026-11-22: none" in out.splitlines()
    found = read(ask("check", "--on", "2028-01-01", "--json"))
    assert (found["rules"], found["gaps"]) == (238, [])
    assert {"rule": PA_7, "checked_on": "2026-11-22"} in found["checked_long_ago"]
    assert found["left_open"][0]["line_of_business"] == "AZ-COMM"

    (tmp_path / "odd.yaml").write_text("question: How?\n", encoding="utf-8")
    monkeypatch.setenv("OPENMSO_RULEBOOK_PATHS", str(tmp_path))

    assert ask("check") == (1, "", "odd.yaml:1: there are no answers\n")
    assert ask("list")[0] == 2


def test_a_gap_over_the_years_fails_the_check(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (LAW / "copies/policies.yaml").read_text("utf-8").replace("SEED-POLICY-5BD", "OWN-1")
    late = text.replace("    value:", "    from: 2027-01-01\n    value:")
    (tmp_path / "own.yaml").write_text(late, encoding="utf-8")
    monkeypatch.setenv("OPENMSO_RULEBOOK_PATHS", str(tmp_path))

    code, out, _ = ask("check")

    assert code == 1
    assert "own, MA, 2025-Q1 to 2026-Q4: no house answer, and no reason why" in out


def test_all_clocks_of_a_duty_are_told_the_governing_one_first(ask: Ask) -> None:
    clocks = read(ask(*ASKED, AT, "--at", "information_complete=2026-11-23T10:00", "--json"))

    assert [(clock["rule"], clock["due"][:10], clock["governs"]) for clock in clocks] == [
        ("MC-PA-STD-7", "2026-11-27", True),
        ("MC-PA-STD-5BD", "2026-12-01", False),
    ]
    assert [clock["authority"] for clock in clocks] == ["federal", "state"]

    text = ask(*ASKED, AT, "--retyped", "2026-12-05T08:00")[1]
    assert "governs: the earliest" in text
    assert text.splitlines()[-1] == "The time was over when the case was found."


def test_a_duty_without_a_due_time_is_told_all_the_same(ask: Ask) -> None:
    facts = ("--fact", "line_of_business=KK", "--fact", "item_or_drug=item")

    out = ask("ask", "prior_auth/delay_notice", *facts, "--at", "delay_foreseen=2026-11-20T09:00")[
        1
    ]

    assert "has no due time" in out
    assert "At once: there is no time to count." in out


def test_presumed_receipt_and_standing_still_can_be_asked_about(ask: Ask) -> None:
    hearing = ("due", "MA-ALJ-FILE", "--notice-dated", "2026-08-26", "--json")
    paused = ("--paused", "2026-01-10T09:00/2026-01-20T17:00")
    served = ("due", "MC-APP-10", "--at", "2026-11-02T09:00", "--or-later", "2026-11-20T00:00")

    assert read(ask(*hearing))["due"] == "2026-10-30T23:59:59-07:00"
    assert read(ask(*hearing, "--received", "2026-09-08T09:00"))["due"][:10] == "2026-11-07"
    investigated = read(ask("due", "OVERPAY-60", "--at", "2026-01-05T09:00", *paused, "--json"))
    assert investigated["due"][:10] == "2026-03-16"
    assert read(ask(*served, "--json"))["due"][:10] == "2026-11-20"


def test_the_rulebook_is_exported_whole_with_its_schema(ask: Ask) -> None:
    rules = read(ask("export"))["rules"]

    assert len(rules) == len(ask("export", "--format", "csv")[1].splitlines()) - 1 == 238
    assert read(ask("export", "--schema"))["$schema"].startswith("https://json-schema.org/")


def test_the_command_starts_without_django() -> None:
    asked = "import sys, openmso.project.commands.rulebook; print('django' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"
