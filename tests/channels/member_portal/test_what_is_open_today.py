"""Beside what the letter said, a member reads what is open on this day, and why not yet."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from factories.access import make_account, sign_in
from factories.decided import make_denied
from factories.decisions import DECIDED_AT
from factories.prior_auth import make_request, make_world
from factories.remedies import without_names
from openmso.office.access.roles import Role
from openmso.office.letters.reading_level import reading_grade
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db
MOST = 6.0


def box_after(days: int, line_of_business: str = "MEDI-CAL", language: str = "en") -> str:
    """Return the box on the page of a denied request so many days after the decision."""
    world = make_world(line_of_business)
    account = make_account(Role.MEMBER, world.tenant, member_id=world.member.id, language=language)
    case = make_denied(world)
    with time_machine.travel(DECIDED_AT + timedelta(days=days), tick=False):
        page = sign_in(Client(), account).get(f"/member/requests/{case.id}/")
    html = page.content.decode()
    assert_ids_resolve(html)
    assert_nothing_inline(html)
    found = re.search(r'<section[^>]*aria-labelledby="open-today".*?</section>', html, re.DOTALL)
    assert found, "no box"
    return " ".join(found[0].split())


@pytest.mark.requirement("IMP-07", "S004-01")
def test_a_denied_member_sees_what_is_open_what_opens_later_and_the_rule() -> None:
    box = box_after(1)

    assert "This is how it looks on November 21, 2026" in box
    assert box.index("Open now") < box.index("Opens later")
    for rule in ("MC-APPEAL-FILE-60", "IMR-FILE-6M", "MC-SFH-FILE-120", "MC-APP-10"):
        assert f'href="/rulebook/{rule}/"' in box
    assert "January 19, 2027" in box
    assert "Ask your plan first. If you ask today, this opens on" in box


def test_when_the_time_is_over_the_door_is_not_shut() -> None:
    box = box_after(70)

    assert "The usual time was over on January 19, 2027." in box
    assert "Ask all the same." in box


@pytest.mark.requirement("S004-07")
def test_a_medicare_member_reads_that_medicare_has_its_own_way() -> None:
    assert "Medicare has its own way." in box_after(1, "MA")


def test_the_same_in_spanish() -> None:
    box = box_after(1, language="es")

    assert "Qué puede hacer hoy" in box
    assert "Abierto ahora" in box
    assert "Open now" not in box


@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK", "AZ-COMM"])
def test_it_reads_at_grade_six_or_below(line_of_business: str) -> None:
    box = box_after(1, line_of_business)

    html = re.sub(r"<(a|span lang|time|code).*?</(a|span|time|code)>", "it", box)
    lines = re.findall(r"<(?:p|h2)\b[^>]*>(.*?)</(?:p|h2)>", html)
    text = "\n".join(without_names(re.sub(r"<[^>]+>", " ", line)) for line in lines)
    assert reading_grade(text) <= MOST, f"{reading_grade(text):.1f}\n{text}"


def test_an_open_request_has_no_such_box() -> None:
    world = make_world()
    account = make_account(Role.MEMBER, world.tenant, member_id=world.member.id)

    page = sign_in(Client(), account).get(f"/member/requests/{make_request(world).id}/")

    assert "open-today" not in page.content.decode()
