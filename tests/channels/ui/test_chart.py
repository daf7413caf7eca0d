"""Bars say the same as the table beside them."""

from decimal import Decimal

from django.template.loader import render_to_string

from openmso.channels.ui.presenters.chart import Measured, bars
from page_checks import assert_ids_resolve, assert_nothing_inline

NORTH = Measured(label="North IPA", value=Decimal(8), words="8.00")
SOUTH = Measured(label="A very long name of a southern IPA", value=Decimal(4), words="4.00")


def test_the_longest_bar_fills_the_room_and_the_others_keep_their_share() -> None:
    chart = bars("c", "Per 1,000", [NORTH, SOUTH])

    assert chart is not None
    long, short = chart.bars
    assert float(long.width) == 2 * float(short.width)
    assert short.label == "A very long nam…a southern IPA"
    assert chart.description.endswith("A very long name of a southern IPA: 4.00")


def test_an_interval_and_the_line_of_reference_are_drawn_to_the_same_measure() -> None:
    row = Measured(
        label="es", value=Decimal("0.5"), words="0.50", low=Decimal(0), high=Decimal(1), marked=True
    )

    chart = bars("c", "Ratio", [row], reference=Decimal(1), reference_words="as expected")

    assert chart is not None
    assert chart.bars[0].high == chart.line
    assert float(chart.bars[0].low) == chart.label


def test_of_nothing_no_picture_is_drawn() -> None:
    assert bars("c", "Nothing", []) is None
    assert bars("c", "Nothing", [Measured(label="a", value=Decimal(0), words="0")]) is None


def test_the_picture_has_a_title_and_says_every_value_in_words() -> None:
    drawn = render_to_string("ui/_bars.html", {"chart": bars("c", "Per 1,000", [NORTH, SOUTH])})

    assert_ids_resolve(drawn)
    assert_nothing_inline(drawn)
    assert 'role="img"' in drawn
    assert "North IPA: 8.00; A very long name of a southern IPA: 4.00" in drawn
