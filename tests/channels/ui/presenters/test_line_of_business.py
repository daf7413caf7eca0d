"""A plan's line of business is shown in words, not as the code that rows and files carry."""

import pytest

from openmso.channels.ui.presenters.line_of_business import line_in_words, plan_and_line
from openmso.roster.plans.models import LineOfBusiness


@pytest.mark.parametrize("line", LineOfBusiness)
def test_every_line_of_business_has_words_of_its_own(line: LineOfBusiness) -> None:
    assert line_in_words(line.value) == line.label != line.value


def test_a_plan_is_named_with_its_line() -> None:
    assert plan_and_line("Sunset Health", "MA") == "Sunset Health (Medicare Advantage)"


@pytest.mark.parametrize("code", ["", "a code of tomorrow"])
def test_what_nobody_knows_is_shown_as_it_stands(code: str) -> None:
    assert line_in_words(code) == code
