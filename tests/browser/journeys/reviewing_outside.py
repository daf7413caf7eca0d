"""How a review outside goes through the pages: the form, the packet, their letters, the proof."""

from datetime import datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, expect

from browser.journeys.appealing import judges, reads_spanish
from browser.open_office import now
from browser.people import Person

OUTSIDE_DOCTOR = "Omar Haddad, MD"
ACCEPTS = ("The regulator took the case", "Keep the notice and start the packet's time")
NOT_QUALIFIED = (
    "The regulator wrote that it does not qualify",
    "Keep the letter and go on as a complaint",
)
RULES = ("Record the ruling", "Keep the ruling and carry it out")
FOR_THE_MEMBER = "The member: our no is overturned"
FOR_THE_PLAN = "The plan: our no stands"


def member_makes_her_form(member: Person, first_told: str = "") -> None:
    """From her request to the prefilled application, told `first_told` before she asks."""
    member.follows("Obtener el formulario para esta revisión")
    assert first_told in member.reads()
    reads_spanish(member)
    member.chooses("¿Puede esperar?", "Sí")
    member.page.get_by_label("Doctores que no trabajan con su plan").fill(OUTSIDE_DOCTOR)
    member.presses("Hacer mi formulario")
    expect(member.page.get_by_text("Su formulario está listo.").first).to_be_visible()
    reads_spanish(member)


def member_sends_it(member: Person) -> None:
    member.presses("Ya mandé mi formulario")
    expect(member.page.get_by_text("Ahora sabemos que lo mandó.")).to_be_visible()
    reads_spanish(member)


def desk_opens_the_case(desk: Person) -> None:
    """Open the newest outside review from the list of all."""
    desk.goes_to("/staff/external-review/")
    judges(desk)
    desk.opens_the_first()
    judges(desk)


def desk_gathers_and_sends(desk: Person, folder: Path) -> None:
    """Print our own papers, take in the network doctor's, and let the packet leave."""
    desk.follows("Print our own papers")
    desk.presses("Print them from the case")
    _line(desk, "Doctor in the network").get_by_role("link").last.click()
    desk.chooses("What happened", "It came")
    _chooses_a_file(desk, folder, "Notes of four visits.")
    judges(desk)
    desk.presses("Keep it")
    desk.follows("Send the packet")
    judges(desk)
    desk.presses("Send what is here")
    expect(desk.page.get_by_text("The packet is on record as sent.")).to_be_visible()


def desk_keeps_their_letter(
    desk: Person, folder: Path, act: tuple[str, str], words: str, answer: str = ""
) -> None:
    """Keep a letter of the outside body that came a moment ago; `answer` is a choice in it."""
    title, button = act
    page = desk.page
    desk.follows(title)
    if answer:
        page.locator("label").filter(has_text=answer).first.click()
    moment = _a_moment_ago(desk)
    page.get_by_label("Date on the letter").fill(f"{moment:%m/%d/%Y}")
    page.get_by_label("Received on").fill(f"{moment:%m/%d/%Y}")
    page.get_by_label("Received at").fill(f"{moment:%I:%M %p}")
    page.get_by_label("What it says, in a sentence").fill(words)
    _chooses_a_file(desk, folder, words)
    judges(desk)
    desk.presses(button)
    expect(page.locator(".usa-alert--success").first).to_be_visible()


def desk_proves_and_closes(desk: Person, folder: Path) -> None:
    """Keep the proof of service, send it to them, and close; before the proof it cannot close."""
    assert "cannot be closed without" in desk.reads()
    assert "Close the case" not in desk.reads()
    desk.follows("Prove that the care was given")
    desk.page.get_by_label("Care given on").fill(f"{_a_moment_ago(desk):%m/%d/%Y}")
    desk.page.get_by_label("What was given").fill("The first of twelve visits")
    _chooses_a_file(desk, folder, "Visit note: ten steps climbed.")
    judges(desk)
    desk.presses("Keep the proof of service")
    desk.follows("Send the evidence to the outside body")
    desk.presses("Print it and keep that it went")
    desk.follows("Close the case")
    desk.presses("Close it")
    expect(desk.page.get_by_text("The case is closed.")).to_be_visible()
    judges(desk)


def desk_records_a_hearing(desk: Person) -> None:
    """Keep that the member asked the State for a hearing."""
    desk.follows("Begin an outside review, or see those begun")
    desk.page.locator("label").filter(has_text="State Hearing").first.click()
    moment = _a_moment_ago(desk)
    desk.page.get_by_label("Told to us on").fill(f"{moment:%m/%d/%Y}")
    desk.page.get_by_label("Told to us at").fill(f"{moment:%I:%M %p}")
    desk.page.get_by_label("Asked for, or our no affirmed, on").fill(f"{moment:%m/%d/%Y}")
    judges(desk)
    desk.presses("Open the case")
    expect(desk.page.locator(".usa-alert--success").first).to_be_visible()


def _line(desk: Person, words: str) -> Locator:
    return desk.page.locator(".papers__paper").filter(has_text=words)


def _chooses_a_file(desk: Person, folder: Path, words: str) -> None:
    file = folder / "paper.txt"
    file.write_text(words, encoding="utf-8")
    desk.page.locator("input[type=file]").set_input_files(file)


def _a_moment_ago(desk: Person) -> datetime:
    return (now() - timedelta(minutes=2)).astimezone(desk.account.tenant.zone)
