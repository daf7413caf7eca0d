"""What a run is asked to measure."""

import pytest

from openmso.project.bench.steps import Run
from openmso.project.bench.wanted import STEP_NAMES, Wanted, steps_named
from openmso.project.commands import main
from openmso.project.refusal import Refusal


def test_every_step_that_can_be_named_can_be_measured() -> None:
    assert [name for name in STEP_NAMES if not callable(getattr(Run, name, None))] == []


def test_no_name_means_every_step_in_the_order_of_a_run() -> None:
    assert steps_named(()) == STEP_NAMES
    assert steps_named(["life", "create"]) == ("create", "life")


def test_a_misspelled_step_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(Refusal, match="Did you mean worklist"):
        steps_named(["worklsit"])


def test_a_misspelled_step_starts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--only", "crate"]) == 1

    said = capsys.readouterr()
    assert "create" in said.err
    assert said.out == ""


def test_the_most_clients_are_measured_longest() -> None:
    wanted = Wanted(
        steps=STEP_NAMES,
        clients=(1, 4, 8),
        seconds=20,
        widest_seconds=60,
        life_seconds=300,
        letter_patience_seconds=900,
        small=10_000,
        large=1_000_000,
    )

    assert [wanted.seconds_at(clients) for clients in wanted.clients] == [20, 20, 60]
