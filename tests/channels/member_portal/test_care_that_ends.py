"""A member reads in one line that care comes to an end, and what can be done about it."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.utils.html import strip_tags

from factories.access import make_account
from factories.fast_track import TOLD_AT, make_decided, make_ending
from factories.prior_auth import World
from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.decision import Answer
from openmso.channels.member_portal.care_that_ends import _SENTENCES, my_endings
from openmso.office.access.roles import Role
from openmso.office.letters.reading_level import reading_grade
from page_checks import assert_ids_resolve, assert_nothing_inline

from .conftest import SignedIn


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(TOLD_AT, tick=False):
        yield


def letters(member: Client) -> str:
    content = member.get("/member/letters/").content.decode()
    assert_ids_resolve(content)
    assert_nothing_inline(content)
    return strip_tags(content)


def test_the_line_says_what_ends_and_until_when_to_ask(world: World, member: Client) -> None:
    assert "Care that comes to an end" not in letters(member)
    make_ending(world)

    shown = letters(member)

    assert "Care in a nursing home" in shown
    assert "by 12:00\u00a0PM PST on November\u00a026, 2026" in shown


def test_it_is_told_in_spanish_too_and_after_the_decision(
    world: World, member_in: SignedIn
) -> None:
    make_decided(world)
    make_decided(world, Answer.CARE_GOES_ON, care=Care.HOME_HEALTH)

    shown = letters(member_in("es"))

    assert "El fin queda en pie" in shown
    assert "dice que su atención debe seguir" in shown
    assert "Por qué su atención puede terminar" in shown


def test_every_sentence_reads_at_grade_six_or_below(world: World) -> None:
    make_ending(world)
    make_decided(world, care=Care.HOME_HEALTH)
    me = make_account(Role.MEMBER, world.tenant, member_id=world.member.id).as_actor()

    said = [one.sentence for one in my_endings(me, language="en")]

    assert max(reading_grade(text) for text in [*said, *map(str, _SENTENCES.values())]) <= 6
