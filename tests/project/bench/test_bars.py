"""The last line of a run: which bars were cleared."""

from typing import Any

from openmso.project.bench.bars import BARS, Bar, summary


def line(step: str, clients: int, **figures: Any) -> dict[str, Any]:
    return {"step": step, "clients": clients, **figures}


def judged(lines: list[dict[str, Any]], step: str, measure: str) -> dict[str, Any]:
    return next(
        bar for bar in summary(lines)["bars"] if bar["step"] == step and bar["measure"] == measure
    )


def test_a_rate_has_to_reach_its_goal_and_a_wait_has_to_stay_below() -> None:
    rate = Bar(step="create", measure="per_second", goal=140, at_least=True)
    wait = Bar(step="create", measure="p95_ms", goal=120)

    assert rate.met(140)
    assert not rate.met(139.9)
    assert wait.met(120)
    assert not wait.met(120.1)


def test_bars_are_judged_at_the_most_clients() -> None:
    cpu = {"request": 9.0}
    lines = [
        line("create", 8, per_second=150.0, p95_ms=90.0, cpu_ms_per_request=cpu),
        line("create", 1, per_second=60.0, p95_ms=20.0, cpu_ms_per_request=cpu),
    ]

    assert judged(lines, "create", "per_second")["measured"] == 150.0
    assert judged(lines, "create", "per_second")["met"] is True
    assert judged(lines, "create", "cpu_ms")["measured"] == 9.0


def test_a_bar_whose_step_did_not_run_is_neither_met_nor_missed() -> None:
    found = summary([])["bars"]

    assert len(found) == len(BARS)
    assert {bar["met"] for bar in found} == {None}


def test_the_goal_is_written_with_its_direction() -> None:
    assert judged([], "create", "per_second")["goal"] == ">= 140"
    assert judged([], "worklist_ratio", "p95_large_to_small")["goal"] == "<= 1.2"


def test_a_step_with_errors_clears_no_bar_however_fast_it_failed() -> None:
    quick = line("create", 8, per_second=900.0, p95_ms=2.0, cpu_ms_per_request={"request": 1.0})

    assert judged([quick], "create", "cpu_ms")["met"] is True
    assert judged([quick | {"errors": 1}], "create", "cpu_ms")["met"] is False
