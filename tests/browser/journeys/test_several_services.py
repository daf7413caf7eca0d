"""One request for two services: a line is added while the form is filled in, scripts or not."""

import pytest
from playwright.sync_api import expect

from browser.conftest import Seat
from browser.journeys.requesting import checks_eligibility, fills_in, types_the_service
from browser.open_office import CANE, WALKER, OpenOffice, make_busy_world
from browser.people import Person
from factories.prior_auth import MRI, World
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role

pytestmark = pytest.mark.browser


@pytest.mark.requirement("S003-07", "S003-10")
def test_a_second_service_is_added_weighed_and_sent(office: OpenOffice, seat: Seat) -> None:
    world = make_busy_world()
    practice = seat(Role.PRACTICE, world)
    page = practice.page
    practice.goes_to("/practice/")
    checks_eligibility(practice)
    practice.follows("Request authorization")
    types_the_service(practice, MRI)
    fills_in(practice)

    practice.presses("Add another service")
    second = page.get_by_label("Service code, service 2")
    expect(second).to_be_focused()
    expect(page.get_by_label("Clinical summary")).not_to_be_empty()
    second.press_sequentially(CANE)
    second.press("Tab")
    page.get_by_label("How many, service 2").fill("2")
    practice.presses("Add another service")
    third = page.get_by_label("Service code, service 3")
    expect(third).to_be_focused()
    third.press_sequentially(WALKER)
    third.press("Tab")
    live = page.locator("#live")
    expect(live).to_contain_text("Cane: No authorization needed")
    expect(live).to_contain_text("Folding walker with wheels: Authorization needed")
    practice.finds_the_page_accessible(everywhere=True)

    practice.chooses("Six weeks of therapy", "Yes")
    practice.chooses("Weakness of a leg", "Yes")
    practice.presses("Remove service 2")
    expect(page.get_by_label("Service code, service 2")).to_have_value(WALKER)
    expect(live).not_to_contain_text("Cane")
    practice.presses("Send request")

    expect(page.get_by_role("heading", level=1)).to_have_text("We have it, and it is complete.")
    assert "1 × Folding walker with wheels" in practice.reads()
    practice.finds_the_page_accessible()
    assert _codes(world) == [MRI, WALKER]
    assert not practice.complaints


def test_a_second_service_needs_no_script(office: OpenOffice, seat: Seat) -> None:
    world = make_busy_world()
    practice = seat(Role.PRACTICE, world, scripts=False)
    page = practice.page
    practice.goes_to("/practice/requests/new/")
    page.get_by_label("Family name").fill("Quintero")
    page.get_by_label("Birth date").fill("03/14/1958")
    page.get_by_label("Service code", exact=True).fill(MRI)
    page.get_by_label("Clinical summary").fill("Low back pain.")
    practice.presses("Add another service")
    expect(page.get_by_label("Family name")).to_have_value("Quintero")
    page.get_by_label("Service code, service 2").fill(WALKER)
    practice.presses("Find patient")
    _sends(practice)

    assert _codes(world) == [MRI, WALKER]


def _sends(practice: Person) -> None:
    page = practice.page
    expect(page.get_by_text("Alma Quintero")).to_be_visible()
    page.get_by_label("Main diagnosis").fill("M54.50")
    practice.chooses("Six weeks of therapy", "Yes")
    practice.chooses("Weakness of a leg", "Yes")
    page.get_by_label("Main diagnosis").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("We have it, and it is complete.")


def _codes(world: World) -> list[str]:
    case = AuthorizationRequest.objects.get(tenant=world.tenant)
    return list(case.services.order_by("line").values_list("code", flat=True))
