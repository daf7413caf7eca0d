"""Waits in order: the middle one and the unlucky one in twenty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmso.project.bench.percentiles import percentile


def test_a_percentile_is_a_value_that_was_measured() -> None:
    waits = [0.01 * n for n in range(1, 101)]

    assert percentile(waits, 0.50) == pytest.approx(0.50)
    assert percentile(waits, 0.95) == pytest.approx(0.95)


def test_of_one_wait_every_percentile_is_that_wait() -> None:
    assert percentile([0.2], 0.05) == 0.2
    assert percentile([0.2], 0.95) == 0.2


def test_without_waits_there_is_nothing_to_tell() -> None:
    assert percentile([], 0.95) == 0.0


@given(st.lists(st.floats(0, 60), min_size=1), st.floats(0.01, 1))
def test_at_least_this_share_waited_no_longer(waits: list[float], share: float) -> None:
    ordered = sorted(waits)

    found = percentile(ordered, share)

    assert sum(wait <= found for wait in ordered) >= share * len(ordered) - 1e-9
