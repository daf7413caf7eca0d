"""The night through the pages: a hospital asks on a phone, nobody answers, the plan is responsible.

The phone runs no scripts. The desk opens the same night in the morning and records how it ended.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Seat
from browser.open_office import OpenOffice, make_busy_world
from factories.inpatient import make_hospital
from openmso.casework.inpatient.post_stabilization import jobs
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.office.access.roles import Role
from openmso.office.letters.models import OrderedLetter

pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


def one_time_code() -> str:
    found = re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.requirement("S003-17", "S003-18", "S003-19", "S003-20", "S003-21", "S003-23")
def test_nobody_answers_and_the_hospital_needs_no_argument(
    office: OpenOffice, seat: Seat, phone: Page
) -> None:
    world = make_busy_world()
    hospital = make_hospital(world.tenant)

    phone.goto(f"{office.url}/hospital/")
    phone.get_by_label("Your hospital's number").fill(hospital.number)
    phone.get_by_role("button", name="Send the code").click()
    office.work_off_jobs()
    phone.get_by_label("One-time code").fill(one_time_code())
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_label("Who asks").fill("Marco Reyes, case manager")
    phone.get_by_label("Call-back number").fill("213-555-0172")
    phone.get_by_label("Patient's name").fill(world.member.full_name)
    phone.get_by_label("Month").select_option(str(world.member.birth_date.month))
    phone.get_by_label("Day").fill(str(world.member.birth_date.day))
    phone.get_by_label("Year").fill(str(world.member.birth_date.year))
    phone.get_by_label("Number on the patient's card").fill(world.member.number_in_office)
    phone.get_by_label("Stabilized at").fill("12:30 AM")
    phone.get_by_label("Stabilized by").fill("Dr. Lena Ortiz")
    phone.get_by_label("Maintain").check()
    phone.get_by_label("Which care").fill("Monitored bed after chest pain")
    phone.get_by_role("button", name="Send and start the clock").click()
    expect(phone.get_by_role("heading", name="Waiting for our answer")).to_be_visible()

    office.advance(timedelta(minutes=61))
    jobs.look_for_time_run_out()
    office.work_off_jobs()
    phone.get_by_role("link", name="Look again").click()
    expect(phone.get_by_role("heading", name="Nobody answered in time")).to_be_visible()
    expect(phone.get_by_text("The plan is responsible since")).to_be_visible()
    case = PostStabilization.objects.get()
    letter = OrderedLetter.objects.get(case_id=case.id)
    assert (letter.kind, letter.state) == ("plan_responsible", OrderedLetter.State.PRINTED)

    supervisor = seat(Role.SUPERVISOR, world, scripts=False)
    supervisor.goes_to("/staff/worklist/plan_responsible/")
    supervisor.follows(case.number)
    ours = supervisor.page.locator("ol.timeline").inner_html()
    assert ours == phone.locator("ol.timeline").inner_html()
    supervisor.follows("Record the end of the plan's responsibility")
    page = supervisor.page
    page.get_by_text("The patient was discharged").click()
    ended = case.responsible_from
    assert ended is not None
    local = ended.astimezone(world.tenant.zone)
    page.get_by_label("On").fill(f"{local:%m/%d/%Y}")
    page.get_by_label("At", exact=True).fill(f"{local:%I:%M %p}")
    supervisor.presses("Keep the end")
    case.refresh_from_db()
    assert case.state == "ended"
    assert not supervisor.complaints
