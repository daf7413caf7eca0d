"""What a practice does in the browser, from the patient's name to the sent request."""

from pathlib import Path

from browser.people import Person

NOTE = "Six weeks of physical therapy without relief. Strength is normal in both legs."
SUMMARY = "Low back pain for three months. Therapy did not help."
FIRST_DAY = "12/01/2026"


def checks_eligibility(practice: Person) -> str:
    """From the first page to a receipt by name and birth date; returns the receipt's number."""
    page = practice.page
    page.get_by_role("heading", name="Check eligibility").get_by_role("link").click()
    page.get_by_label("Family name").click()
    page.keyboard.type("Quintero")
    page.get_by_label("Birth date").fill("03/14/1958")
    page.get_by_label("Date of service").fill(FIRST_DAY)
    page.keyboard.press("Enter")
    number: str = page.locator(".receipt__number strong").inner_text()
    return number


def types_the_service(practice: Person, code: str) -> None:
    """Type the code straight into the box, as one who knows it does, and leave the box."""
    box = practice.page.get_by_role("combobox", name="Service code", exact=True)
    box.click()
    box.press_sequentially(code)
    box.press("Tab")


def fills_in(practice: Person, *, first_day: str = FIRST_DAY, summary: str = SUMMARY) -> None:
    """Write the day, the diagnosis and the summary; the keyboard goes from field to field."""
    page = practice.page
    page.get_by_label("First day of service").fill(first_day)
    page.get_by_label("Main diagnosis").fill("M54.50")
    page.get_by_label("Clinical summary").fill(summary)
    page.get_by_label("Clinical summary").press("Tab")


def attaches(practice: Person, folder: Path, words: str = NOTE) -> None:
    """Choose a file for the request."""
    note = folder / "visit-note.txt"
    note.write_text(words, encoding="utf-8")
    with practice.page.expect_file_chooser() as chooser:
        practice.page.get_by_label("Clinical notes").click()
    chooser.value.set_files(note)
