"""On the staff desk: one fax that held two requests becomes two cases."""

from collections.abc import Iterator
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from factories.access import make_account, sign_in, signed_in
from factories.keyed_form import FAXED_AT, KEYED_AT, keyed
from factories.papers import fax_of, words_in
from factories.prior_auth import World, make_request, make_world
from factories.roster import make_member
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.office.documents import store
from openmso.office.documents.models import Document

pytestmark = pytest.mark.django_db
KEY_IN = "/staff/key-in/"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(KEYED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.INTAKE, world.tenant)


@pytest.fixture
def case(world: World) -> AuthorizationRequest:
    files = (fax_of("Ana one", "Ana two", "Boris one", "Boris two"),)
    # The fax machine writes seconds; nobody types them.
    return make_request(world, files=files, received_at=FAXED_AT.replace(second=41), at=KEYED_AT)


def page_of(case: AuthorizationRequest, name: str = "prior_auth_split") -> str:
    return reverse(f"staff:{name}", kwargs={"request_id": case.id})


def chosen(desk: Client, case: AuthorizationRequest, pages: str = "3-4") -> Any:
    document = Document.objects.get(case_id=case.id)
    return desk.post(page_of(case), {"document": str(document.id), "pages": pages})


def second_form(world: World, address: str, **changed: Any) -> dict[str, Any]:
    boris = make_member(world.tenant, plan=world.plan, ipa=world.ipa)
    seal = address.partition("split=")[2]
    return keyed(world, member=str(boris.id), split=unescape(seal).replace("%3A", ":"), **changed)


def test_the_file_can_be_looked_at_before_its_pages_are_named(
    desk: Client, case: AuthorizationRequest
) -> None:
    document = Document.objects.get(case_id=case.id)

    page = desk.get(page_of(case)).content.decode()

    kwargs = {"request_id": case.id, "document_id": document.id}
    assert f'href="{reverse("staff:document", kwargs=kwargs)}"' in page


def test_the_pages_are_chosen_and_the_other_request_is_keyed_with_the_time_of_the_fax(
    world: World, desk: Client, case: AuthorizationRequest
) -> None:
    assert page_of(case) in desk.get(page_of(case, "prior_auth_case")).content.decode()

    to_form = chosen(desk, case)["Location"]
    form = desk.get(to_form).content.decode()
    answer = desk.post(KEY_IN, second_form(world, to_form, received_time="11:00 AM"))

    other = AuthorizationRequest.objects.exclude(id=case.id).get()
    assert "Keyed from pages 3-4" in form
    assert 'value="9:45 AM"' in form
    assert answer["Location"] == reverse("staff:keyed", args=[other.id])
    assert other.received_at == case.received_at == FAXED_AT.replace(second=41)
    theirs = Document.objects.get(case_id=other.id)
    assert b"Ana" not in words_in(store.read(theirs.sha256))
    for one, pages in ((case, "1-2"), (other, "3-4")):
        page = desk.get(page_of(one, "prior_auth_case")).content.decode()
        assert "Split: one file held two requests" in page
        assert f"Pages: {pages}" in page


@pytest.mark.requirement("S003-11")
def test_each_case_says_which_pages_of_which_fax_it_shows(
    world: World, desk: Client, case: AuthorizationRequest
) -> None:
    before = desk.get(page_of(case, "prior_auth_case")).content.decode()

    desk.post(KEY_IN, second_form(world, chosen(desk, case, "4")["Location"]))

    other = AuthorizationRequest.objects.exclude(id=case.id).get()
    assert "of a fax of" not in before
    for one, words in ((case, "pages 1-3 of a fax of 4 pages"), (other, "page 4 of a fax of 4")):
        page = desk.get(page_of(one, "prior_auth_case")).content.decode()
        assert words in page
        assert "received 11/20/2026 9:45" in page.replace("\xa0", " ")


def test_nothing_changes_until_the_other_request_is_sent(
    desk: Client, case: AuthorizationRequest
) -> None:
    desk.get(chosen(desk, case)["Location"])

    assert Document.objects.get(case_id=case.id).pages == 4
    assert AuthorizationRequest.objects.count() == 1


def test_a_form_with_a_mistake_keeps_the_pages(
    world: World, desk: Client, case: AuthorizationRequest
) -> None:
    to_form = chosen(desk, case)["Location"]

    answer = desk.post(KEY_IN, second_form(world, to_form, code_1=""))

    assert answer.status_code == 422
    assert "Keyed from pages 3-4" in answer.content.decode()
    assert 'name="split"' in answer.content.decode()


def test_a_double_click_makes_one_case(
    world: World, desk: Client, case: AuthorizationRequest
) -> None:
    form = second_form(world, chosen(desk, case)["Location"])

    first, again = desk.post(KEY_IN, form), desk.post(KEY_IN, form)

    assert (first.status_code, again["Location"]) == (302, first["Location"])
    assert AuthorizationRequest.objects.count() == 2


def test_a_file_that_somebody_else_split_meanwhile_is_told(
    world: World, desk: Client, case: AuthorizationRequest
) -> None:
    one, two = (second_form(world, chosen(desk, case)["Location"]) for _ in range(2))
    desk.post(KEY_IN, one)

    answer = desk.post(KEY_IN, two | {"client_key": "another-key-of-letters"})

    assert answer.status_code == 409
    assert "its file was split before" in answer.content.decode()
    assert AuthorizationRequest.objects.count() == 2


@pytest.mark.parametrize(
    ("pages", "sentence"),
    [
        ("", "Pages of the other request"),
        ("two", "cannot be read"),
        ("5", "pages 1 to 4"),
        ("1-4", "Leave some to this case"),
    ],
)
def test_pages_that_cannot_be_meant_are_told_beside_the_field(
    desk: Client, case: AuthorizationRequest, pages: str, sentence: str
) -> None:
    answer = chosen(desk, case, pages)

    assert answer.status_code == 422
    assert "pages" in answer.context["form"].errors
    assert sentence in answer.content.decode()


def test_a_case_without_a_file_of_several_pages_and_a_closed_one_are_not_split(
    world: World, desk: Client, case: AuthorizationRequest
) -> None:
    noted = make_request(world)
    withdraw(case.id, asked_by="The practice", why="", by=world.intake, at=KEYED_AT)

    assert desk.get(page_of(noted)).status_code == 409
    assert desk.get(page_of(case)).status_code == 409
    assert page_of(noted) not in desk.get(page_of(noted, "prior_auth_case")).content.decode()


def test_another_person_s_or_an_altered_choice_is_not_found(
    world: World, desk: Client, case: AuthorizationRequest
) -> None:
    to_form = chosen(desk, case)["Location"]
    somebody = sign_in(Client(), make_account(Role.INTAKE, world.tenant))

    assert somebody.get(to_form).status_code == 404
    assert desk.get(f"{to_form}x").status_code == 404
    assert desk.get(f"{KEY_IN}?split={uuid4()}").status_code == 404
