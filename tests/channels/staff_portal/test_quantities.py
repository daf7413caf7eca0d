"""How staff pages write what was asked for."""

import pytest

from openmso.channels.staff_portal.prior_auth.words.states import quantity


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [
        (1, "study", "1 study"),
        (2, "study", "2 studies"),
        (10, "day", "10 days"),
        (12, "visit", "12 visits"),
        (3, "", "3"),
    ],
)
def test_a_quantity_is_written_with_its_unit(number: float, unit: str, written: str) -> None:
    assert quantity(number, unit) == written
