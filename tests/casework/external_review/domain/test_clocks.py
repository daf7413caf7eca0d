"""The clocks of outside reviews: every length is the rulebook's, the arithmetic can be read."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from openmso.casework.external_review.domain.clocks import (
    CARRY_OUT,
    SEND_PACKET,
    Facts,
    due_when_filed,
    due_when_ruled,
    due_when_sent,
    due_when_told,
)
from openmso.casework.external_review.domain.forum import Forum
from openmso.rulebook.book import default_rulebook
from openmso.rulebook.duty_clocks import DutyClock
from openmso.standards.calendars import OfficeCalendar

BOOK = default_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
FRIDAY = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)  # 10:00 AM in Los Angeles


def facts(**given: Any) -> Facts:
    fields: dict[str, Any] = {
        "forum": Forum.IMR,
        "line_of_business": "KK",
        "licensed_plan": True,
        "expedited": False,
        "basis": "medical_necessity",
        "is_drug": False,
    }
    return Facts(**(fields | given))


def rules(found: tuple[DutyClock, ...]) -> list[str]:
    return [one.rule.id for one in found]


@pytest.mark.requirement("S004-28")
def test_an_expedited_review_has_a_packet_deadline_of_its_own() -> None:
    [usual] = due_when_told(facts(), FRIDAY, BOOK, OFFICE)
    [fast] = due_when_told(facts(expedited=True), FRIDAY, BOOK, OFFICE)

    assert (usual.rule.id, fast.rule.id) == ("IMR-DOCS-3BD", "IMR-DOCS-24H")
    assert fast.due_at == FRIDAY + timedelta(hours=24)
    assert OFFICE.local(usual.due_at).date().isoformat() == "2026-11-25"  # Fri + 3: Mon, Tue, Wed
    assert usual.purpose == SEND_PACKET
    assert usual.working


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["IMR-DEC-30D"]),
        ({"expedited": True}, ["IMR-DEC-3D"]),
        ({"expedited": True, "basis": "experimental"}, ["IMR-DEC-EXPINV-7D"]),
    ],
)
def test_the_reviewers_own_time_follows_from_the_kind_of_case(
    given: dict[str, Any],
    expected: list[str],
) -> None:
    assert rules(due_when_sent(facts(**given), FRIDAY, BOOK, OFFICE)) == expected


@pytest.mark.parametrize(
    ("given", "first"),
    [
        ({}, "IMR-IMPL-5WD"),
        ({"line_of_business": "MEDI-CAL"}, "MC-APPEAL-EFFECT-72H"),
        ({"line_of_business": "MEDI-CAL", "forum": Forum.STATE_HEARING}, "MC-APPEAL-EFFECT-72H"),
        ({"line_of_business": "MA", "forum": Forum.MEDICARE_ENTITY}, "MA-EFF-IRE-AUTH"),
    ],
)
def test_the_shortest_time_to_carry_a_ruling_out_governs(
    given: dict[str, Any],
    first: str,
) -> None:
    found = due_when_ruled(facts(**given), FRIDAY, BOOK, OFFICE)

    assert [one.rule.id for one in found if one.governs] == [first]
    assert {one.purpose for one in found} == {CARRY_OUT}


def test_other_bodies_have_their_own_packet_and_their_own_time() -> None:
    hearing = facts(forum=Forum.STATE_HEARING, line_of_business="MEDI-CAL", expedited=True)
    entity = facts(forum=Forum.MEDICARE_ENTITY, line_of_business="MA", expedited=True)

    assert rules(due_when_told(hearing, FRIDAY, BOOK, OFFICE)) == ["MC-SFH-EXP-PACKET"]
    assert rules(due_when_told(entity, FRIDAY, BOOK, OFFICE)) == ["MA-RECON-IRE-EXP-24H"]
    usual = facts(forum=Forum.STATE_HEARING, line_of_business="MEDI-CAL")
    assert rules(due_when_filed(usual, FRIDAY, BOOK, OFFICE)) == ["MC-SFH-DECISION-90"]


@pytest.mark.requirement("S004-24")
def test_a_complaint_is_answered_in_the_regulators_time() -> None:
    complaint = facts(forum=Forum.COMPLAINT)

    assert rules(due_when_filed(complaint, FRIDAY, BOOK, OFFICE)) == ["IMR-DMHC-COMPLAINT-30"]
