"""The same pages with JavaScript switched off: nothing that counts needs it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Seat
from browser.journeys.requesting import FIRST_DAY
from browser.open_office import OpenOffice, make_busy_world
from browser.people import Person
from factories.prior_auth import MRI
from openmso.office.access.roles import Role

pytestmark = pytest.mark.browser


def test_a_request_and_its_denial_need_no_script(
    office: OpenOffice, seat: Seat, tmp_path: Path
) -> None:
    world = make_busy_world()
    number = _practice_asks(seat(Role.PRACTICE, world, scripts=False), tmp_path)
    _nurse_hands_on(seat(Role.NURSE, world, scripts=False), number)
    physician = seat(Role.PHYSICIAN, world, scripts=False)
    _physician_denies(physician, number)
    assert f"Signed: {number} is denied." in physician.reads()


def _practice_asks(practice: Person, folder: Path) -> str:
    page = practice.page
    practice.goes_to("/practice/requests/new/")
    page.get_by_label("Family name").fill("Quintero")
    page.get_by_label("Birth date").fill("03/14/1958")
    page.get_by_label("Service code").fill(MRI)
    page.get_by_label("First day of service").fill(FIRST_DAY)
    practice.presses("Find patient")
    expect(page.get_by_text("Alma Quintero")).to_be_visible()
    page.get_by_label("Main diagnosis").fill("M54.50")
    practice.chooses("Six weeks of therapy", "Yes")
    practice.chooses("Weakness of a leg", "No")
    note = folder / "note.txt"
    note.write_text("Six weeks of therapy. Normal strength.", encoding="utf-8")
    page.get_by_label("Clinical notes").set_input_files(note)
    practice.presses("Send request")
    expect(page.get_by_role("heading", level=1)).to_have_text("We have it, and it is complete.")
    return page.locator("dt", has_text="Request number").locator("+ dd").inner_text()


def _nurse_hands_on(nurse: Person, number: str) -> None:
    page = nurse.page
    nurse.goes_to("/staff/")
    nurse.follows(number)
    page.locator("#point-1").get_by_role("button", name="Met", exact=True).click()
    page.locator("#point-2").get_by_role("button", name="Not met").click()
    expect(page.locator("#point-2 .status")).to_have_text("Not met")
    nurse.follows("Send to a physician")
    nurse.presses("Send to a physician")


def _physician_denies(physician: Person, number: str) -> None:
    page = physician.page
    physician.goes_to("/staff/")
    physician.follows(number)
    page.get_by_role("link", name="note.txt").first.click()
    page.go_back()
    physician.follows("Decide this case")
    physician.chooses("Your decision", "Deny")
    physician.chooses("Ground", "Not medically appropriate")
    page.locator("#id_clinical_reason").fill("Strength is normal in both legs.")
    page.get_by_label("Reason in plain words").fill("Your leg is strong.")
    physician.presses("See the letter")
    physician.presses("Sign this one case")
