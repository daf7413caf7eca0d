"""The flag of a complex or serious condition, and what it unlocks."""

from datetime import date

import pytest

from openmso.care.case_management.domain.complex_condition import (
    Access,
    Flag,
    NotUnlocked,
    Right,
    may_see_without_asking,
    require_right,
    rights,
)

MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 1), date(2026, 6, 1)
HEART = Access(specialist="Lena Ortiz, MD", from_on=MARCH, until_on=JUNE)


@pytest.mark.requirement("S001-29")
def test_the_flag_unlocks_plan_standing_access_and_the_daily_look() -> None:
    assert rights(Flag(from_on=MARCH), on=MAY) == set(Right)
    assert rights(None, on=MAY) == set()
    with pytest.raises(NotUnlocked):
        require_right(Right.STANDING_ACCESS, None, on=MAY)


def test_what_it_unlocked_closes_with_it() -> None:
    flag = Flag(from_on=MARCH, until_on=MAY)

    assert [bool(rights(flag, on=day)) for day in (date(2026, 2, 28), MARCH, MAY)] == [
        False,
        True,
        False,
    ]


def test_visits_within_the_term_of_the_plan_need_no_approval_however_many() -> None:
    flag = Flag(from_on=MARCH)

    assert all(may_see_without_asking(HEART, flag, on=MAY) for _visit in range(20))
    assert not may_see_without_asking(HEART, flag, on=JUNE)
    assert not may_see_without_asking(HEART, None, on=MAY)
    assert not may_see_without_asking(HEART, Flag(from_on=MARCH, until_on=MAY), on=MAY)
