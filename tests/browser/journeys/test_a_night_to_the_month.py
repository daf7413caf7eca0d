"""A night by the pages alone, from the hospital's phone at two to the report of the month.

The nurse on call is paged and does not answer; the hour passes on the demo's clock; the plan is
responsible, and writes so. In the morning the admission joins the night, day follows day, the
patient goes home, her own doctor knows, and the month has counted her nights.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from django.test import override_settings
from django.urls import include, path
from playwright.sync_api import Browser, expect

from browser.conftest import Seat
from browser.journeys.a_hospital import PHONE, Phone
from browser.open_office import OpenOffice, make_busy_world, set_clock
from browser.people import Person
from factories.access import make_account
from factories.inpatient import make_hospital
from factories.on_call import duty
from factories.prior_auth import World
from openmso.office.access.roles import Role
from openmso.office.on_call.actions.publish_schedule import publish_schedule
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.domain.stretch import Stretch
from openmso.project import urls as project_urls
from openmso.roster.eligibility.models import CoverageSpan

pytestmark = pytest.mark.browser

AT_NIGHT = datetime(2026, 11, 20, 10, 7, tzinfo=UTC)  # Friday, 2:07 AM in Los Angeles
DEMO_PAGES = (path("demo/", include("openmso.project.demo.urls")), *project_urls.urlpatterns)


@pytest.fixture(autouse=True)
def _the_clock_has_a_page() -> Iterator[None]:
    with override_settings(ROOT_URLCONF=DEMO_PAGES):
        yield


@pytest.fixture
def phone(browser: Browser, office: OpenOffice) -> Iterator[Phone]:
    context = browser.new_context(viewport=PHONE)
    yield Phone(office, context.new_page())
    context.close()


@pytest.mark.requirement("S003-17", "S003-18", "S003-19", "S003-20", "S003-21", "S003-23")
@pytest.mark.requirement("S003-25", "S003-27", "S003-31", "S002-52", "S002-53")
def test_from_a_phone_at_night_to_the_report_of_the_month(
    office: OpenOffice, seat: Seat, phone: Phone, tmp_path: Path
) -> None:
    set_clock(office.folder, AT_NIGHT)
    world = make_busy_world()
    CoverageSpan.objects.filter(member=world.member).update(pcp=world.practitioner)
    hospital = make_hospital(world.tenant)
    supervisor, nurse = seat(Role.SUPERVISOR, world), seat(Role.NURSE, world)
    _on_call_all_week(world, nurse)

    phone.comes_in(hospital)
    night = phone.asks_about(world.member, stabilized_at="1:50 AM")
    expect(phone.page.get_by_role("heading", name="Waiting for our answer")).to_be_visible()
    expect(phone.page.locator(".clock")).to_contain_text("Due today 3:0")
    phone.finds_the_page_accessible()
    office.work_off_jobs()
    _nurse_is_paged(nurse, night)

    _clock_goes_ahead(supervisor, "1 hour")
    phone.page.get_by_role("link", name="Look again").click()
    _plan_is_responsible(phone)
    _desk_reads_the_same(supervisor, phone, night)

    _clock_goes_ahead(supervisor, "1 hour", times=4)
    sheet = tmp_path / "face-sheet.txt"
    sheet.write_text("Face sheet of an invented patient.", encoding="utf-8")
    stay = phone.tells_of_the_admission(
        world.member, on="11/20/2026", at="2:30 AM", night=night, face_sheet=sheet
    )
    phone.finds_the_page_accessible()
    office.work_off_jobs()

    _nurse_follows_the_stay(nurse, supervisor, night, stay)
    _patient_goes_home(nurse, stay)
    office.work_off_jobs()
    _own_doctor_was_told(nurse)
    _night_has_ended(nurse, night)

    _clock_goes_ahead(supervisor, "1 week", times=2)
    _month_counts_it(supervisor, world, stay)
    assert not supervisor.complaints + nurse.complaints


def _on_call_all_week(world: World, nurse: Person) -> None:
    week = Stretch(AT_NIGHT - timedelta(days=1), AT_NIGHT + timedelta(days=6))
    planner = make_account(Role.SUPERVISOR, world.tenant).as_actor()
    publish_schedule(DutyRole.NURSE, week, [duty(nurse.account, week)], by=planner, at=AT_NIGHT)


def _clock_goes_ahead(person: Person, by: str, *, times: int = 1) -> None:
    """Push the clock on its page, and let the worker do what came due."""
    person.goes_to("/demo/")
    for _ in range(times):
        person.presses(f"Ahead {by}")
        expect(person.page.get_by_text(f"went {by} ahead")).to_be_visible()
        person.office.work_off_jobs()


def _nurse_is_paged(nurse: Person, night: str) -> None:
    nurse.goes_to("/staff/on-call/my-pages/")
    expect(nurse.page.get_by_text(night).first).to_be_visible()
    nurse.finds_the_page_accessible()


def _plan_is_responsible(phone: Phone) -> None:
    expect(phone.page.get_by_role("heading", name="Nobody answered in time")).to_be_visible()
    said = phone.page.locator("main").inner_text()
    assert "The plan is responsible since 11/20/2026 3:0" in said
    assert "42 CFR 422.113(c)(2)(iii)" in said
    phone.finds_the_page_accessible()
    with pikepdf.open(io.BytesIO(phone.saves_the_letter("The plan is responsible"))) as letter:
        assert bool(letter.Root.MarkInfo.Marked)


def _desk_reads_the_same(supervisor: Person, phone: Phone, night: str) -> None:
    phone.page.get_by_role("link", name="Look again").click()
    supervisor.goes_to("/staff/worklist/plan_responsible/")
    expect(supervisor.page.get_by_text("Alert: nobody answered in time").first).to_be_visible()
    supervisor.follows(night)
    ours = supervisor.page.locator("ol.timeline").inner_html()
    assert ours == phone.page.locator("ol.timeline").inner_html()
    assert "Paged" in ours
    supervisor.finds_the_page_accessible()
    supervisor.follows("Plan responsible to the hospital")
    supervisor.finds_the_page_accessible()


def _nurse_follows_the_stay(nurse: Person, supervisor: Person, night: str, stay: str) -> None:
    nurse.goes_to("/staff/stays/")
    nurse.finds_the_page_accessible()
    nurse.follows(stay)
    assert f"Began with {night}" in nurse.reads()
    nurse.follows("Approve days")
    nurse.page.get_by_label("Approved through").fill("11/21/2026")
    nurse.page.get_by_label("What the notes show").fill("Rhythm watched for two nights.")
    nurse.finds_the_page_accessible()
    nurse.presses("Approve the days")
    for condition in ("As expected", "Better"):
        _round_of_the_day(nurse, stay, condition)
        _clock_goes_ahead(supervisor, "1 day")
    nurse.goes_to("/staff/stays/missing/")
    assert stay not in nurse.reads()
    nurse.finds_the_page_accessible()


def _round_of_the_day(nurse: Person, stay: str, condition: str) -> None:
    nurse.goes_to("/staff/stays/round/")
    assert stay in nurse.reads()
    nurse.page.locator("label").filter(has_text=condition).first.click()
    nurse.finds_the_page_accessible()
    nurse.page.get_by_label("Needed to go home").fill("A steady rhythm")
    nurse.page.get_by_label("Needed to go home").press("Enter")
    expect(nurse.page.get_by_text(f"{stay}: 11/2").first).to_be_visible()


def _patient_goes_home(nurse: Person, stay: str) -> None:
    """Sunday morning: the discharge is planned, both notices are given, she leaves."""
    page = nurse.page
    nurse.goes_to("/staff/stays/")
    nurse.follows(stay)
    nurse.follows("Plan the discharge")
    _on(nurse, "11/22/2026", "5:00 PM")
    nurse.presses("Keep the plan")
    nurse.follows("Record a notice that was given")
    page.get_by_label("Notice", exact=True).select_option("MA-IMPORTANT-MESSAGE")
    page.get_by_text("Signed and dated").click()
    _on(nurse, "11/22/2026", "6:00 AM")
    nurse.finds_the_page_accessible()
    nurse.presses("Keep it")
    nurse.follows("Record the discharge")
    page.get_by_label("Went").select_option("home")
    page.get_by_label("What the patient was told to do").fill("Rest. Take the new pills.")
    page.get_by_label("Follow-up with").fill("Dr. Okafor")
    page.get_by_label("Follow-up on").fill("11/25/2026")
    _on(nurse, "11/22/2026", "6:30 AM")
    nurse.finds_the_page_accessible()
    nurse.presses("Keep the discharge")
    expect(page.get_by_text("The discharge is on record.")).to_be_visible()


def _on(nurse: Person, day: str, time: str) -> None:
    nurse.page.get_by_label("On", exact=True).fill(day)
    nurse.page.get_by_label("At", exact=True).fill(time)


def _own_doctor_was_told(nurse: Person) -> None:
    nurse.page.reload()
    said = nurse.reads()
    assert "Admitted: Sent 11/20/2026" in said
    assert "Discharged: Sent 11/22/2026" in said
    assert "2 bed days so far" in said
    assert "No status was written" not in said
    nurse.finds_the_page_accessible()


def _night_has_ended(nurse: Person, night: str) -> None:
    nurse.follows(night)
    assert "the patient was discharged" in nurse.reads()


def _month_counts_it(supervisor: Person, world: World, stay: str) -> None:
    page = supervisor.page
    supervisor.goes_to("/staff/reports/?report=bed_days")
    supervisor.finds_the_page_accessible()
    page.get_by_role("row").filter(has_text="The whole office").get_by_role("link").first.click()
    supervisor.finds_the_page_accessible()
    row = page.get_by_role("row").filter(has_text=world.ipa.name).first
    row.get_by_role("link", name="2", exact=True).click()
    supervisor.finds_the_page_accessible()
    supervisor.follows(stay)
    expect(page.get_by_role("heading", level=1)).to_contain_text(stay)
