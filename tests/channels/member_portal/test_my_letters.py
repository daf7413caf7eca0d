"""A member reads the letters: as a page, and on paper once it is printed."""

from collections.abc import Callable
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.test import Client

from factories import roster
from factories.access import make_account, sign_in
from factories.decided import PLAIN_REASON_ES, make_denied
from factories.prior_auth import World, make_world
from openmso.channels.member_portal.my_letters.reading import NAMES
from openmso.office.access.roles import Role
from openmso.office.letters.jobs import render
from openmso.office.letters.letter import TO_HOSPITALS, TO_PRACTICES, Kind
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.page_token import in_groups
from openmso.roster.members.models import Member
from page_checks import assert_ids_resolve, assert_nothing_inline

from .pages_read import words_of


def _letter_to(world: World) -> OrderedLetter:
    return OrderedLetter.objects.get(receiver_kind="member", about_member_id=world.member.id)


def test_the_list_names_each_letter_and_leads_to_it(world: World, member: Client) -> None:
    make_denied(world)
    letter = _letter_to(world)

    page = member.get("/member/letters/")

    assert "We said no" in words_of(page)
    assert f"/member/letters/{letter.id}/" in page.content.decode()
    assert_ids_resolve(page.content.decode())


def test_every_letter_that_a_member_may_get_has_a_name() -> None:
    to_others = TO_HOSPITALS | TO_PRACTICES

    unnamed = {kind.value for kind in Kind if kind not in to_others} - NAMES.keys()

    assert not unnamed


def test_the_page_is_the_letter_in_the_language_it_was_written_in(
    world: World, member: Client
) -> None:
    Member.objects.update(language="es")
    world.member.refresh_from_db()
    make_denied(world)

    page = member.get(f"/member/letters/{_letter_to(world).id}/")

    html = page.content.decode()
    assert '<article class="letter" lang="es"' in html
    assert '<html lang="en"' in html
    assert PLAIN_REASON_ES in words_of(page)
    assert_ids_resolve(html)
    assert_nothing_inline(html)


def test_the_paper_comes_once_it_is_printed(world: World, member: Client) -> None:
    make_denied(world)
    letter = _letter_to(world)

    before = member.get(f"/member/letters/{letter.id}/paper/")
    render(letter_id=str(letter.id))
    after = member.get(f"/member/letters/{letter.id}/paper/")

    assert before.status_code == 404
    assert after.content.startswith(b"%PDF-")
    assert after.headers["Content-Disposition"] == f'attachment; filename="letter-{letter.id}.pdf"'
    assert "Save the paper (PDF)" in words_of(member.get(f"/member/letters/{letter.id}/"))


@pytest.mark.parametrize("rest", ["", "paper/"])
def test_a_letter_to_anybody_else_is_not_found(world: World, member: Client, rest: str) -> None:
    make_denied(world)
    to_practice = OrderedLetter.objects.get(receiver_kind="practice")
    other = roster.make_member(world.tenant, plan=world.plan, ipa=world.ipa)
    stranger = sign_in(Client(), make_account(Role.MEMBER, world.tenant, member_id=other.id))
    foreign_world = make_world()
    foreign = sign_in(
        Client(),
        make_account(Role.MEMBER, foreign_world.tenant, member_id=foreign_world.member.id),
    )
    mine = _letter_to(world)

    answers = [
        member.get(f"/member/letters/{to_practice.id}/{rest}"),
        stranger.get(f"/member/letters/{mine.id}/{rest}"),
        foreign.get(f"/member/letters/{mine.id}/{rest}"),
        member.get(f"/member/letters/{uuid4()}/{rest}"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize("typed", [str, str.lower, in_groups])
def test_the_short_address_on_the_paper_leads_to_the_page_however_it_is_typed(
    world: World, member: Client, typed: Callable[[str], str]
) -> None:
    make_denied(world)
    letter = _letter_to(world)

    answer = member.get(f"/l/{typed(letter.page_token)}/")

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"/member/letters/{letter.id}/",
    )


def test_the_short_address_asks_for_the_sign_in_and_then_goes_on(world: World) -> None:
    make_denied(world)
    address = f"/l/{_letter_to(world).page_token}/"

    answer = Client().get(address)

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/account/login/?next={quote(address, safe='')}"


def test_somebody_else_s_short_address_looks_like_one_that_does_not_exist(
    world: World, member: Client
) -> None:
    make_denied(world)
    letter = _letter_to(world)
    other = roster.make_member(world.tenant, plan=world.plan, ipa=world.ipa)
    stranger = sign_in(Client(), make_account(Role.MEMBER, world.tenant, member_id=other.id))

    answers = [stranger.get(f"/l/{letter.page_token}/"), member.get("/l/2222-2222-2222/")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert len({answer.content for answer in answers}) == 1


def test_a_copy_to_a_practice_has_no_short_address(world: World, member: Client) -> None:
    make_denied(world)
    copy = OrderedLetter.objects.get(receiver_kind="practice")

    assert copy.page_token == ""
    assert member.get("/l/-/").status_code == 404
