"""The patient stands at the counter: approved at once, or asked for what is missing."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Seat
from browser.journeys.requesting import checks_eligibility, fills_in, types_the_service
from browser.open_office import WALKER, WALKER_RULE, OpenOffice, make_busy_world
from browser.people import Person
from factories.prior_auth import MRI
from openmso.office.access.roles import Role

pytestmark = pytest.mark.browser

MOST_CLICKS = 12


@pytest.mark.requirement("S003-15", "S003-13", "S003-16")
def test_what_meets_the_rules_is_approved_before_the_patient_stands_up(
    office: OpenOffice, seat: Seat
) -> None:
    world = make_busy_world()
    practice = seat(Role.PRACTICE, world)
    practice.goes_to("/practice/")

    checks_eligibility(practice)
    practice.follows("Request authorization")
    types_the_service(practice, WALKER)
    expect(practice.group("Six weeks of therapy")).to_be_visible()
    fills_in(practice)
    practice.chooses("Six weeks of therapy", "Yes")
    practice.chooses("Weakness of a leg", "Yes")
    expect(practice.page.locator("#live")).to_contain_text("It is approved the moment you send it.")
    practice.presses("Send request")

    expect(practice.page.get_by_role("heading", level=1)).to_contain_text("It is approved.")
    page = practice.reads()
    assert "Authorization number" in page
    assert "from 11/19/2026 to 02/17/2027" in page
    assert "It holds for 90 days from approval; coverage does not end before." in page
    assert "An authorization does not guarantee payment." in page
    practice.finds_the_page_accessible()
    print(f"clicks to an approval: {practice.clicks}")
    assert practice.clicks <= MOST_CLICKS

    assert office.work_off_jobs() > 0
    practice.follows("Open the request")
    assert WALKER_RULE in practice.reads()
    expect(practice.page.get_by_role("link", name="Approval", exact=False).first).to_be_visible()
    assert not practice.complaints


@pytest.mark.requirement("S003-11", "S003-40")
def test_missing_notes_are_asked_for_added_and_back_on_the_nurse_s_list(
    office: OpenOffice, seat: Seat, tmp_path: Path
) -> None:
    world = make_busy_world()
    practice, nurse = seat(Role.PRACTICE, world), seat(Role.NURSE, world)
    practice.goes_to("/practice/requests/new/")
    number = _sends_without_notes(practice)

    nurse.goes_to("/staff/worklist/intake/")
    nurse.follows(number)
    assert "Something is missing" in nurse.reads()
    nurse.follows("Ask the doctor's office for information")
    nurse.page.get_by_label("In your own words").fill("Please send the last visit note.")
    nurse.presses("Ask the office")
    expect(nurse.page.get_by_text("The office was asked.")).to_be_visible()
    office.work_off_jobs()
    office.advance(timedelta(hours=3))

    practice.goes_to("/practice/")
    practice.page.locator(".owed").get_by_role("link", name=number).click()
    page = practice.page
    expect(page.get_by_role("heading", name="What we need from you")).to_be_visible()
    assert "Please send the last visit note." in practice.reads()
    practice.finds_the_page_accessible()
    practice.follows("Send it")
    note = tmp_path / "note.txt"
    note.write_text("Six weeks of therapy. Normal strength.", encoding="utf-8")
    page.get_by_label("Clinical notes").set_input_files(note)
    practice.finds_the_page_accessible()
    practice.presses("Send")
    expect(page.get_by_text("note.txt")).to_be_visible()

    nurse.goes_to("/staff/worklist/nurse/")
    expect(nurse.page.get_by_role("link", name=number)).to_be_visible()
    assert "denied" not in nurse.reads().lower()


def _sends_without_notes(practice: Person) -> str:
    page = practice.page
    page.get_by_label("Family name").fill("Quintero")
    page.get_by_label("Birth date").fill("03/14/1958")
    practice.presses("Find patient")
    expect(page.locator(".patient")).to_contain_text("Alma Quintero")
    types_the_service(practice, MRI)
    fills_in(practice, summary="")
    expect(practice.group("Weakness of a leg")).to_be_visible()
    practice.presses("Send request")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "We have it. Something is still missing; it can follow."
    )
    practice.finds_the_page_accessible()
    return page.locator("dt", has_text="Request number").locator("+ dd").inner_text()
