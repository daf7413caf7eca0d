from datetime import UTC, date, datetime, timedelta

import pytest

from channels.ui.drawing import LOS_ANGELES
from openmso.channels.ui.words_for_time import length_of, member_date, staff_time


def test_staff_read_the_moment_in_their_office_s_zone_with_its_name() -> None:
    winter = datetime(2026, 11, 22, 23, 5, tzinfo=UTC)
    summer = datetime(2026, 7, 1, 7, 5, tzinfo=UTC)

    assert staff_time(winter, LOS_ANGELES) == "11/22/2026 3:05 PM PST"
    assert staff_time(summer, LOS_ANGELES) == "07/01/2026 12:05 AM PDT"


def test_members_read_the_day_in_words_of_their_language() -> None:
    day = date(2026, 11, 22)

    assert member_date(day, "en") == "November 22, 2026"
    assert member_date(day, "es") == "22 de noviembre de 2026"
    assert member_date(day, "vi") == "November 22, 2026"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(minutes=12), "12 min"),
        (timedelta(hours=4, minutes=5), "4 h 5 min"),
        (timedelta(hours=14, minutes=5), "14 h"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=1, hours=5), "1 day 5 h"),
        (timedelta(days=6, hours=5), "6 days"),
        (timedelta(seconds=20), "0 min"),
    ],
)
def test_a_length_of_time_is_told_in_its_two_largest_units(span: timedelta, words: str) -> None:
    assert length_of(span) == words
