"""Own, another practice's, another office's, absent: the last three look the same."""

from uuid import uuid4

import pytest
from django.test import Client

from factories import roster
from factories.access import make_account, signed_in
from factories.prior_auth import World, make_request
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter

PAGES = (
    ("GET", ""),
    ("GET", "sent/"),
    ("GET", "status/"),
    ("POST", "message/"),
    ("GET", "add/"),
    ("POST", "add/"),
    ("GET", "withdraw/"),
    ("POST", "withdraw/"),
    ("POST", "talk/3f0e8a4e-0000-4000-8000-000000000000/"),
    ("GET", "papers/3f0e8a4e-0000-4000-8000-000000000000/"),
)
OTHER_ROLES = (Role.INTAKE, Role.NURSE, Role.PHYSICIAN, Role.SUPERVISOR, Role.OFFICE_ADMIN)
SENT = {"text": "Hello", "words": "More", "why": "Because"}


@pytest.mark.parametrize(("method", "rest"), PAGES)
def test_a_request_of_others_is_not_found_like_one_that_does_not_exist(
    world: World,
    practice: Client,
    other_practice: Client,
    foreign_practice: Client,
    method: str,
    rest: str,
) -> None:
    case = make_request(world)

    def ask(who: Client, request_id: object) -> object:
        return who.generic(
            method,
            f"/practice/requests/{request_id}/{rest}",
            "&".join(f"{name}={value}" for name, value in SENT.items()),
            content_type="application/x-www-form-urlencoded",
        )

    answers = [
        ask(other_practice, case.id),
        ask(foreign_practice, case.id),
        ask(practice, uuid4()),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1


def test_a_paper_of_another_request_is_not_handed_out(
    world: World, practice: Client, other_practice: Client
) -> None:
    mine = make_request(world)
    theirs = make_request(world, practice_id=roster.make_practice(world.tenant).id)
    paper = Document.objects.get(case_id=theirs.id)

    answer = practice.get(f"/practice/requests/{mine.id}/papers/{paper.id}/")

    assert answer.status_code == 404


def test_a_letter_to_the_member_is_not_the_practices(world: World, practice: Client) -> None:
    make_request(world, met=True)
    letters = OrderedLetter.objects.filter(receiver_kind="member")

    answers = [practice.get(f"/practice/letters/{one.id}/") for one in letters]
    absent = practice.get(f"/practice/letters/{uuid4()}/")

    assert {answer.content for answer in answers} <= {absent.content}
    assert absent.status_code == 404


@pytest.mark.parametrize("role", OTHER_ROLES)
@pytest.mark.parametrize(
    "address", ["", "eligibility/", "is-it-needed/?x=1", "requests/", "requests/new/"]
)
def test_our_own_staff_has_no_business_in_the_portal(
    world: World, role: Role, address: str
) -> None:
    person = signed_in(role, world.tenant)

    # Staff may search codes, so that one page is refused for want of a practice.
    assert person.get(f"/practice/{address}").status_code == 403


def test_a_member_is_refused(world: World) -> None:
    member = signed_in(Role.MEMBER, world.tenant, member_id=world.member.id)

    assert member.get("/practice/").status_code == 403


def test_an_account_without_a_practice_is_refused(world: World) -> None:
    """It would otherwise see the requests of every practice."""
    person = signed_in(Role.PRACTICE, world.tenant)

    assert person.get("/practice/requests/").status_code == 403


def test_nobody_signed_in_is_asked_to(db: None) -> None:
    answer = Client().get("/practice/requests/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


def test_the_portal_speaks_one_language_and_says_so(world: World, practice: Client) -> None:
    practice.cookies["django_language"] = "es"

    page = practice.get("/practice/")

    assert '<html lang="en"' in page.content.decode()
    assert page.headers["Content-Language"] == "en"


def test_titles_carry_no_names_and_no_page_shows_a_price(world: World, practice: Client) -> None:
    case = make_request(world)
    make_account(Role.NURSE, world.tenant)

    for address in ("", "requests/", f"requests/{case.id}/", f"requests/{case.id}/sent/"):
        html = practice.get(f"/practice/{address}").content.decode()
        title = html.split("<title>")[1].split("</title>")[0]
        assert "Quintero" not in title
        assert "$" not in html
