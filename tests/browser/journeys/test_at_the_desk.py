"""The office's own desk: time that runs out, a fax that is keyed, two people on one case."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browser.conftest import Seat
from browser.open_office import OPENED_AT, OpenOffice, make_busy_world
from browser.people import Person
from factories.decisions import with_physician
from factories.prior_auth import MRI, World, make_request
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role

pytestmark = pytest.mark.browser

PLAIN = "Your leg is strong. The scan would not help you now."
_CLICK_TWICE = """button => { button.click(); button.click() }"""


@pytest.mark.requirement("S003-28")
def test_silence_has_its_consequence_on_every_page(office: OpenOffice, seat: Seat) -> None:
    world = make_busy_world(language="es")
    case = make_request(world, received_at=OPENED_AT)
    nurse, practice, member = (
        seat(role, world) for role in (Role.NURSE, Role.PRACTICE, Role.MEMBER)
    )
    case_page = f"/staff/prior-auth/{case.id}/"
    nurse.goes_to(case_page)
    assert "The time to decide ran out" not in nurse.reads()

    office.advance(timedelta(days=8))

    nurse.goes_to(case_page)
    page = nurse.reads()
    assert "The time to decide ran out on 11/26/2026 11:59 PM" in page
    assert "the member may appeal" in page
    nurse.finds_the_page_accessible()
    practice.goes_to(f"/practice/requests/{case.id}/")
    assert "The legal time for our answer has run out." in practice.reads()
    practice.finds_the_page_accessible()
    member.goes_to(f"/member/requests/{case.id}/")
    assert "tarde" in member.reads()
    member.finds_the_page_accessible()
    member.page.locator(".my-letters a").first.click()
    letter = member.reads()
    assert "apelación" in letter
    assert "26 de noviembre de 2026" in letter
    member.finds_the_page_accessible()


@pytest.mark.requirement("S003-28", "S003-10")
def test_a_fax_keeps_its_own_time_and_a_double_click_makes_one_case(
    office: OpenOffice, seat: Seat
) -> None:
    world = make_busy_world()
    intake = seat(Role.INTAKE, world)
    intake.goes_to("/staff/key-in/")
    page = intake.page
    intake.finds_the_page_accessible()
    intake.chooses("How it reached us", "Fax")
    page.get_by_label("Received on").fill("11/18/2026")
    page.get_by_label("Received at").fill("7:12 AM")
    page.get_by_label("Family name").fill("Quin")
    intake.presses("Find the member")
    expect(page.locator("#member-part")).to_contain_text("Alma Quintero")
    page.get_by_label("Requesting doctor").fill(world.practitioner.npi)
    page.get_by_label("Requesting doctor").press("Tab")
    expect(page.locator("#practice-part")).to_contain_text("Ruth Abara")
    page.get_by_label("Service code 1").fill(MRI)
    page.get_by_label("How many 1").fill("1")
    page.get_by_label("First day of service").fill("12/01/2026")
    page.get_by_label("Main diagnosis").fill("M54.50")
    page.get_by_role("textbox", name="Clinical summary").fill("Low back pain for three months.")
    page.get_by_role("textbox", name="Clinical summary").press("Tab")
    expect(page.locator("#weighed")).to_contain_text("To be decided by")
    intake.finds_the_page_accessible()

    page.get_by_role("button", name="Send the request", exact=True).evaluate(_CLICK_TWICE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("is here")
    intake.finds_the_page_accessible()

    case = AuthorizationRequest.objects.get(tenant=world.tenant)
    assert case.received_at.isoformat() == "2026-11-18T15:12:00+00:00"
    assert case.recorded_at > case.received_at
    intake.follows("Open the case")
    page.locator("#clock summary.deadline__summary").first.click()
    assert "11/18/2026 7:12" in page.locator("#clock .deadline__why").first.inner_text()


@pytest.mark.requirement("S003-01")
def test_a_nurse_approves_and_the_second_nurse_on_the_case_is_told(
    office: OpenOffice, seat: Seat
) -> None:
    world = make_busy_world()
    case = make_request(world)
    first, second = seat(Role.NURSE, world), seat(Role.NURSE, world)
    for nurse in (first, second):
        nurse.goes_to(f"/staff/prior-auth/{case.id}/")
    acts = first.page.locator("#open-acts")
    expect(acts).to_contain_text("Still open: 1, 2.")

    for point in ("#point-1", "#point-2"):
        first.page.locator(point).get_by_role("button", name="Met", exact=True).click()
        expect(first.page.locator(f"{point} .status")).to_have_text("Met")
    first.finds_the_page_accessible()
    acts.get_by_role("button", name="Approve").click()
    expect(first.page.get_by_text("Approved: authorization number")).to_be_visible()

    second.page.locator("#point-1").get_by_role("button", name="Not met").click()
    expect(second.page.get_by_role("heading", level=1)).to_have_text("The case has moved on")
    expect(second.page.get_by_role("main")).to_have_count(1)
    second.finds_the_page_accessible()
    case.refresh_from_db()
    assert case.state == "approved"


@pytest.mark.requirement("S003-29")
def test_the_second_of_two_physicians_is_told_and_keeps_what_was_typed(
    office: OpenOffice, seat: Seat
) -> None:
    world = make_busy_world()
    first, second = seat(Role.PHYSICIAN, world), seat(Role.PHYSICIAN, world)
    case = with_physician(world, first.account.as_actor())
    for physician in (first, second):
        _opens_the_letter(physician, world, case)

    first.presses("Sign this one case")
    expect(first.page.get_by_text("is denied", exact=False)).to_be_visible()
    second.presses("Sign this one case")

    expect(second.page.get_by_role("heading", level=1)).to_have_text("The case has moved on")
    assert PLAIN in second.reads()
    second.finds_the_page_accessible()
    assert case.decisions.count() == 1


def _opens_the_letter(physician: Person, world: World, case: AuthorizationRequest) -> None:
    page = physician.page
    physician.goes_to(f"/staff/prior-auth/{case.id}/decide/")
    page.get_by_role("link", name="note.txt").first.click()
    physician.goes_to(f"/staff/prior-auth/{case.id}/decide/")
    physician.chooses("Your decision", "Deny")
    physician.chooses("Ground", "Not medically appropriate")
    page.locator("#id_clinical_reason").fill("Strength is normal in both legs.")
    page.get_by_label("Reason in plain words").fill(PLAIN)
    physician.presses("See the letter")
    expect(page.get_by_role("button", name="Sign this one case")).to_be_visible()
