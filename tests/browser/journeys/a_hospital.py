"""What a hospital does on its phone: the way in, the request of the night, the admission."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.core import mail
from playwright.sync_api import Page

from browser.axe import assert_no_violations
from browser.open_office import OpenOffice
from openmso.roster.members.models import Member
from openmso.roster.providers.models import Hospital
from page_checks import assert_ids_resolve, assert_nothing_inline

PHONE = {"width": 320, "height": 640}


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone at a hospital; `page` is what it shows."""

    office: OpenOffice
    page: Page

    def comes_in(self, hospital: Hospital) -> None:
        """Give the number, read the mail with the code, type it."""
        self.page.goto(f"{self.office.url}/hospital/")
        self.finds_the_page_accessible()
        self.page.get_by_label("Your hospital's number").fill(hospital.number)
        self.presses("Send the code")
        self.office.work_off_jobs()
        self.finds_the_page_accessible()
        self.page.get_by_label("One-time code").fill(_code_mailed_to(hospital))
        self.presses("Go on")

    def asks_about(self, member: Member, *, stabilized_at: str) -> str:
        """Send the request of the night; returns the receipt's number."""
        self._says_who(member)
        self.page.get_by_label("Stabilized at").fill(stabilized_at)
        self.page.get_by_label("Stabilized by").fill("Dr. Lena Ortiz")
        self.page.get_by_label("Maintain").check()
        self.page.get_by_label("Which care").fill("Monitored bed after chest pain")
        self.finds_the_page_accessible()
        self.presses("Send and start the clock")
        return self.receipt()

    def tells_of_the_admission(
        self, member: Member, *, on: str, at: str, night: str, face_sheet: Path
    ) -> str:
        """See what is complete, then send the notice; returns the receipt's number."""
        page = self.page
        page.goto(f"{self.office.url}/hospital/admissions/new/")
        self._says_who(member)
        page.get_by_label("Unplanned").check()
        page.get_by_label("Admitted on").fill(on)
        page.get_by_label("Admitted at").fill(at)
        page.get_by_label("Level of care").select_option("telemetry")
        page.get_by_label("Reason for the admission").fill("Chest pain, for observation of rhythm")
        page.get_by_label("Our receipt number of the night").fill(night)
        page.get_by_label("Face sheet").set_input_files(face_sheet)
        self.presses("See what is complete")
        page.get_by_role("heading", name="Ready to send").wait_for()
        self.finds_the_page_accessible()
        page.get_by_role("button", name="Send to").click()
        return self.receipt()

    def saves_the_letter(self, name: str) -> bytes:
        """Take a letter along as a file."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=f"{name} (PDF)").click()
        return Path(download.value.path()).read_bytes()

    def receipt(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text().removeprefix("Receipt ")

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def finds_the_page_accessible(self) -> None:
        assert_no_violations(self.page, widths=(PHONE,), right_to_left=False)
        assert_ids_resolve(self.page.content())
        assert_nothing_inline(self.page.content())

    def _says_who(self, member: Member) -> None:
        page = self.page
        page.get_by_label(re.compile("^Who (asks|tells us)")).fill("Marco Reyes, case manager")
        page.get_by_label("Call-back number").fill("213-555-0172")
        page.get_by_label("Patient's name").fill(member.full_name)
        page.get_by_label("Month").select_option(str(member.birth_date.month))
        page.get_by_label("Day").fill(str(member.birth_date.day))
        page.get_by_label("Year").fill(str(member.birth_date.year))
        page.get_by_label("Number on the patient's card").fill(member.number_in_office)


def _code_mailed_to(hospital: Hospital) -> str:
    newest = next(one for one in reversed(mail.outbox) if hospital.contact_email in one.to)
    found = re.search(r"^(\d{6})$", newest.body, re.MULTILINE)
    assert found
    return found[1]
