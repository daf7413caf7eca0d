import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import dates, text

from openmso.channels.ui.forms.read_date import NotADate, read_date


@pytest.mark.parametrize(
    "written",
    [
        "11/22/2026",
        " 11/22/2026 ",
        "11-22-2026",
        "2026-11-22",
        "Nov 22 2026",
        "November 22, 2026",
        "22 Nov 2026",
        "22 de noviembre de 2026",
    ],
)
def test_the_same_day_can_be_written_in_many_ways(written: str) -> None:
    assert read_date(written) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("02/30/2026", "That month has no day 30. Its last day is 2/28/2026."),
        ("02/29/2026", "That month has no day 29. Its last day is 2/28/2026."),
        ("22/11/2026", "There is no month 22. Write the month first"),
        ("11/22/26", "Write the year with 4 digits"),
        ("11/22/0026", "Check the year: 26."),
        ("Novembre 22 2026", ""),
        ("soon", "Write the date as month/day/year"),
        ("Foo 22 2026", 'We do not know the month "Foo".'),
    ],
)
def test_an_impossible_date_gets_a_sentence_that_helps(written: str, sentence: str) -> None:
    if not sentence:
        assert read_date(written) == date(2026, 11, 22)
        return
    with pytest.raises(NotADate, match=sentence[:20]):
        read_date(written)


@given(day=dates(date(1880, 1, 1), date(2200, 12, 31)))
def test_every_day_reads_back_from_both_common_ways(day: date) -> None:
    assert read_date(f"{day:%m/%d/%Y}") == day
    assert read_date(day.isoformat()) == day


@given(anything=text(max_size=30))
def test_any_text_is_a_date_or_a_sentence_never_a_crash(anything: str) -> None:
    with contextlib.suppress(NotADate):
        assert read_date(anything).year >= 1880
