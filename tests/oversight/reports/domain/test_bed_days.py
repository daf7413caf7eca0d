"""Bed days on 1,000 member months, by IPA and hospital."""

from collections import Counter
from decimal import Decimal
from uuid import UUID

import pytest

from openmso.oversight.reports.domain.bed_days import tables
from openmso.oversight.reports.domain.facts import Group, StayDays

MOVED, OTHER = UUID(int=1), UUID(int=2)


def months(**by_ipa: int) -> Counter[Group]:
    return Counter(
        {
            Group("plan", ipa, "", language): count
            for ipa, count in by_ipa.items()
            for language in "a"
        }
    )


@pytest.mark.requirement("S003-31")
def test_each_ipa_and_hospital_stands_on_the_ipa_s_member_months() -> None:
    days = [
        StayDays(stay=MOVED, ipa="north", hospital="h1", bed_days=4),
        StayDays(stay=OTHER, ipa="north", hospital="h1", bed_days=5),
        StayDays(stay=MOVED, ipa="north", hospital="h2", bed_days=3),
        StayDays(stay=UUID(int=3), ipa="south", hospital="h1", bed_days=1),
    ]

    ipas, hospitals = tables(days, months(north=4_000, south=500))

    north, south = ipas.row("north"), hospitals.row("south|h1")
    assert north is not None
    assert south is not None
    assert north.figures["bed_days"].value == 12
    assert north.figures["stays"].value == 2  # one of them in both hospitals
    assert north.figures["per_thousand"].value == Decimal("3.00")
    assert south.figures["per_thousand"].value == Decimal("2.00")


def test_an_ipa_without_a_stay_has_none_on_a_thousand() -> None:
    ipas, _ = tables([], months(north=4_000))

    row = ipas.row("north")
    assert row is not None
    assert row.figures["per_thousand"].value == Decimal("0.00")


def test_days_of_nobody_s_ipa_are_shown_without_a_rate() -> None:
    ipas, _ = tables([StayDays(stay=OTHER, ipa="", hospital="h1", bed_days=4)], months(north=100))

    row = ipas.row("")
    assert row is not None
    assert row.figures["per_thousand"].value is None
