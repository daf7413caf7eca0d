"""One request all the way, by the pages alone: practice, nurse, physician, member, practice."""

import io
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import expect

from browser.conftest import Seat
from browser.journeys.requesting import attaches, checks_eligibility, fills_in
from browser.open_office import WALKER, OpenOffice, make_busy_world
from browser.people import Person
from factories import roster
from factories.prior_auth import MRI, RECEIVED_AT, World, make_request
from openmso.office.access.roles import Role

pytestmark = pytest.mark.browser

MOST_CLICKS = 12
PLAIN = "Your leg is strong. The scan would not help you now."
PLAIN_ES = "Su pierna tiene fuerza. La prueba no le ayuda ahora."
CLINICAL = "Strength is normal in both legs; point 2 is not met."


@pytest.mark.requirement("S003-16", "S003-07", "S003-38", "S003-29", "S003-40", "S002-41")
def test_from_the_doctor_s_office_to_the_member_s_letter(
    office: OpenOffice, seat: Seat, tmp_path: Path
) -> None:
    world = make_busy_world(language="es")
    _two_older_requests(world)

    practice = seat(Role.PRACTICE, world, at_the_door=True)
    practice.signs_in()
    number = _practice_asks(practice, tmp_path)

    nurse = seat(Role.NURSE, world, at_the_door=True)
    nurse.signs_in()
    _nurse_reviews(nurse, number)

    physician = seat(Role.PHYSICIAN, world, at_the_door=True)
    physician.signs_in()
    _physician_denies(physician, number)
    office.work_off_jobs()

    member = seat(Role.MEMBER, world, at_the_door=True)
    member.signs_in()
    _member_reads(member)
    _practice_sees_the_decision(practice, number)

    for person in (practice, nurse, physician, member):
        assert not person.complaints, person.account.name


def _two_older_requests(world: World) -> None:
    """Others wait already: one longer, one that cannot wait."""
    other = roster.make_member(world.tenant, plan=world.plan, ipa=world.ipa, family_name="Ochoa")
    longer = RECEIVED_AT - timedelta(days=2)
    make_request(world, member_id=other.id, received_at=longer, code=WALKER)
    make_request(world, member_id=other.id, received_at=longer, physician_supports_urgency=True)


def _practice_asks(practice: Person, folder: Path) -> str:
    page = practice.page
    practice.clicks = 0
    receipt = checks_eligibility(practice)
    assert receipt.startswith("E-")
    assert "Covered on 12/01/2026" in practice.reads()
    practice.finds_the_page_accessible()

    practice.follows("Is it needed?")
    box = page.get_by_role("combobox", name="Service code")
    box.click()
    box.press_sequentially(MRI)
    page.get_by_label("Date of service").fill("12/01/2026")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Send us a request before the service.")).to_be_visible()
    practice.finds_the_page_accessible()

    practice.follows("Request authorization")
    fills_in(practice)
    practice.chooses("Six weeks of therapy", "Yes")
    practice.chooses("Weakness of a leg", "No")
    attaches(practice, folder)
    expect(page.locator("#live")).to_contain_text("Complete")
    practice.finds_the_page_accessible()
    practice.presses("Send request")

    expect(page.get_by_role("heading", level=1)).to_have_text("We have it, and it is complete.")
    page.locator("summary.deadline__summary").click()
    why = page.locator(".deadline__why").inner_text()
    assert "CFR" in why
    practice.finds_the_page_accessible()
    clicks = practice.clicks - 1  # opening the due time was curiosity
    print(f"clicks from the first page to the sent request: {clicks}")
    assert clicks <= MOST_CLICKS
    return page.locator("dt", has_text="Request number").locator("+ dd").inner_text()


def _nurse_reviews(nurse: Person, number: str) -> None:
    page = nurse.page
    due = [row.get_attribute("datetime") for row in nurse.sees_all("table time")]
    assert len(due) == 3
    assert due == sorted(due, key=str)
    _sees_no_deny(nurse)
    for key in ("j", "j", "j", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)

    badge = page.locator("#clock summary.deadline__summary").first
    badge.click()
    why = page.locator("#clock .deadline__why").first
    for words in ("Rule", "CFR", "How it was worked out", "Clock started"):
        expect(why).to_contain_text(words)
    assert why.locator(".deadline__working li").count() >= 2
    nurse.finds_the_page_accessible()
    page.keyboard.press("Escape")

    page.locator("#point-1").get_by_role("button", name="Met", exact=True).click()
    expect(page.locator("#point-1 .status")).to_have_text("Met")
    page.locator("#point-2").get_by_role("button", name="Not met").click()
    expect(page.locator("#point-2 .status")).to_have_text("Not met")
    _sees_no_deny(nurse)

    nurse.follows("Send to a physician")
    page.get_by_label("Note to the physician").fill("Strength is normal: page 1.")
    nurse.finds_the_page_accessible()
    nurse.presses("Send to a physician")
    expect(page.get_by_text("The case is on the physicians' list.")).to_be_visible()
    _sees_no_deny(nurse)


def _sees_no_deny(nurse: Person) -> None:
    """Nothing that can be clicked denies, and no address of a decision stands in the page."""
    controls = nurse.page.locator("a, button, input, option, summary").all_inner_texts()
    assert not [words for words in controls if "deny" in words.lower()]
    assert "/decide" not in nurse.page.content()


def _physician_denies(physician: Person, number: str) -> None:
    page = physician.page
    physician.follows(number)
    physician.follows("Decide this case")
    assert "Deny" not in physician.group("Your decision").inner_text()
    assert "1 of 1 records not opened by you yet" in physician.reads()
    physician.finds_the_page_accessible()
    page.get_by_role("link", name="visit-note.txt").click()
    expect(page.locator("pre")).to_contain_text("Strength is normal in both legs")
    physician.finds_the_page_accessible()
    page.go_back()
    page.reload()

    physician.chooses("Your decision", "Deny")
    physician.chooses("Ground", "Not medically appropriate")
    page.locator("#id_clinical_reason").fill(CLINICAL)
    page.get_by_label("Reason in plain words").fill(PLAIN)
    page.get_by_label("The same reason in Spanish").fill(PLAIN_ES)
    physician.finds_the_page_accessible()
    physician.presses("See the letter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "This is the letter. Sign this one case."
    )
    assert PLAIN_ES in physician.reads()
    physician.finds_the_page_accessible()
    physician.presses("Sign this one case")
    expect(page.get_by_text(f"Signed: {number} is denied.")).to_be_visible()
    physician.finds_the_page_accessible()


def _member_reads(member: Person) -> None:
    page = member.page
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mis solicitudes")
    member.finds_the_page_accessible()
    page.locator(".my-card__title a").filter(has_text="Resonancia").first.click()
    assert PLAIN_ES in member.reads()
    member.finds_the_page_accessible()
    page.locator(".my-letters a").first.click()
    letter = member.reads()
    assert PLAIN_ES in letter
    assert "apelación" in letter
    member.finds_the_page_accessible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Guardar", exact=False).click()
    _is_tagged_spanish_pdf(Path(download.value.path()).read_bytes())


def _is_tagged_spanish_pdf(content: bytes) -> None:
    assert content.startswith(b"%PDF-")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert str(root.Lang).startswith("es")


def _practice_sees_the_decision(practice: Person, number: str) -> None:
    practice.goes_to("/practice/requests/")
    practice.follows(number)
    page = practice.reads()
    assert "A physician denied this request." in page
    assert CLINICAL in page
    practice.finds_the_page_accessible()
