"""Numbers and Latin names keep their order inside right-to-left text."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from openmso.office.letters.isolates import END, START, isolated


@pytest.mark.parametrize(
    ("written", "core"),
    [
        ("اتصل 1-800-555-0144.", "1-800-555-0144"),
        ("في 11/22/2026، نعم", "11/22/2026"),
        ("اسم Dr. Ana Lim هنا", "Dr. Ana Lim"),
        ("هاتف (213) 555-0142 الآن", "(213) 555-0142"),
        ("رقم PA-2026-004217", "PA-2026-004217"),
        ("نسبة 80%", "80%"),
    ],
)
def test_a_stretch_is_isolated_as_a_whole(written: str, core: str) -> None:
    assert f"{START}{core}{END}" in isolated(written, "ar")


def test_left_to_right_languages_stay_untouched() -> None:
    assert isolated("Call 1-800-555-0144", "en") == "Call 1-800-555-0144"


def test_isolating_twice_is_isolating_once() -> None:
    once = isolated("اتصل 1-800-555-0144", "fa")

    assert isolated(once, "fa") == once


@given(text(alphabet="اب 0123456789-().,Aaz%"))
def test_nothing_is_lost_and_every_isolate_is_closed(written: str) -> None:
    result = isolated(written, "ar")

    assert result.replace(START, "").replace(END, "") == written
    assert result.count(START) == result.count(END)
