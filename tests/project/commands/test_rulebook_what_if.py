"""Before a rule changes: which open deadlines would move, and that none of them does."""

import argparse
import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import InternalError

from factories.inpatient import make_night
from factories.prior_auth import RECEIVED_AT, make_request, make_world
from openmso.casework.prior_auth.domain.deadlines import DECIDE
from openmso.office.tenants.whose_rows import show_nobody
from openmso.office.timeline.deadlines import close_all
from openmso.office.timeline.models import Deadline
from openmso.office.timeline.moved import comparable_kinds
from openmso.project.commands import rulebook
from openmso.rulebook.book import LAW, default_rulebook

pytestmark = pytest.mark.django_db

FILE = "prior_auth/standard_decision.yaml"


@pytest.fixture
def five_days(tmp_path: Path) -> Path:
    """A folder in which Medicare Advantage has five days for what needs an authorization."""
    text = (LAW / FILE).read_text("utf-8")
    (tmp_path / "prior_auth").mkdir()
    changed = text.replace("value: 7 calendar days", "value: 5 calendar days", 1)
    (tmp_path / FILE).write_text(changed, encoding="utf-8")
    return tmp_path


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    rulebook.add_arguments(parser)
    return rulebook.run(parser.parse_args(["what-if", *words]))


def asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    assert run(str(folder), "--json") == 0
    return json.loads(capsys.readouterr().out)


def everything_stored() -> list[dict[str, Any]]:
    return list(Deadline.objects.order_by("id").values())


def test_the_deadlines_that_would_move_are_shown_with_both_due_times(
    five_days: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moving = make_request(make_world("MA"))
    make_request(make_world("KK"))

    found = asked(five_days, capsys)

    assert found["open_deadlines"] == 2
    assert [change["rule"] for change in found["changed_rules"]] == ["MA-OD-STD-PA-7"]
    (move,) = found["would_move"]
    assert (move["case"], move["purpose"], move["rule"]) == (
        moving.number,
        DECIDE,
        "MA-OD-STD-PA-7",
    )
    assert move["edition"] == default_rulebook().edition == found["edition"]
    moved = datetime.fromisoformat(move["new_due"]) - datetime.fromisoformat(move["due"])
    assert moved.days == -2


def test_nothing_is_changed_by_asking(five_days: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_request(make_world("MA"))
    before = everything_stored()

    found = asked(five_days, capsys)

    assert found["would_move"]
    assert found["proposed_edition"] != found["edition"]
    assert everything_stored() == before
    assert {row["edition"] for row in before} == {found["edition"]}


def test_the_command_asks_for_the_rows_of_every_office_itself(
    five_days: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_request(make_world("MA"))
    make_request(make_world("MA"))
    show_nobody()
    assert not Deadline.objects.exists()

    assert len(asked(five_days, capsys)["would_move"]) == 2


def test_a_closed_case_does_not_move(five_days: Path, capsys: pytest.CaptureFixture[str]) -> None:
    close_all(make_request(make_world("MA")), at=RECEIVED_AT)

    assert asked(five_days, capsys)["open_deadlines"] == 0


def test_a_rule_that_goes_away_is_told_as_no_due_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_request(make_world("MA"))
    (tmp_path / "prior_auth").mkdir()
    text = (LAW / FILE).read_text("utf-8")
    ended = text.replace("from: 2026-01-01", "from: 2026-01-01\n    until: 2026-11-01", 1)
    (tmp_path / FILE).write_text(ended, encoding="utf-8")

    (move,) = asked(tmp_path, capsys)["would_move"]

    assert (move["new_due"], move["new_rule"]) == (None, None)
    assert 'no rule answers "prior_auth/decision_due"' in move["refusal"]


def test_people_read_the_changelog_line_the_counts_and_the_cases(
    five_days: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    request = make_request(make_world("MA"))

    assert run(str(five_days)) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "changed rules: 1"
    assert "5 calendar days instead of 7 calendar days, for MA, from 01/01/2026" in lines[1]
    assert lines[2] == "open deadlines: 1; would move: 1"
    assert lines[3].startswith("  1 earlier, 0 later, 0 without a due time;")
    assert lines[4].startswith(f"  {request.number} decide: 11/26/2026 11:59:59 PM PST")
    assert lines[-1] == "Nothing was changed: a stored deadline keeps its edition."


def test_wrong_files_are_named_with_their_line(
    five_days: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = five_days / FILE
    file.write_text(file.read_text("utf-8").replace("5 calendar days", "5 days", 1), "utf-8")

    assert run(str(five_days)) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert re.match(rf"{FILE}:\d+: MA-OD-STD-PA-7: not clear which days", sentence)


def test_a_write_during_the_comparison_would_be_refused_by_the_database(
    five_days: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_request(make_world("MA"))
    from openmso.casework.prior_auth import what_if

    def meddle(*_: object, **__: object) -> dict[Any, Any]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE deadline SET due_at = now()")
        return {}

    monkeypatch.setattr(what_if, "recompute", meddle)

    with pytest.raises(InternalError, match="read-only transaction"):
        run(str(five_days))


def test_a_hospital_that_waits_at_night_would_be_answered_by_another_minute(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting = make_night(make_world("MA"))
    file = "inpatient/post_stabilization_answer.yaml"
    (tmp_path / "inpatient").mkdir()
    shorter = (LAW / file).read_text("utf-8").replace("value: 1 hour", "value: 45 minutes", 1)
    (tmp_path / file).write_text(shorter, encoding="utf-8")

    (move,) = asked(tmp_path, capsys)["would_move"]

    assert move["case"] == waiting.number
    moved = datetime.fromisoformat(move["new_due"]) - datetime.fromisoformat(move["due"])
    assert moved == timedelta(minutes=-15)


def test_every_kind_of_case_with_clocks_is_compared() -> None:
    kinds = {
        "prior_auth",
        "appeal",
        "post_stabilization",
        "admission",
        "external_review",
        "fast_track",
        "grievance",
    }

    assert set(comparable_kinds()) == kinds
