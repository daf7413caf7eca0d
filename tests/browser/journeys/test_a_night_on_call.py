"""A night through the pages: the plan is published, a call comes, nobody answers, then somebody."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from playwright.sync_api import expect

from browser.conftest import Seat
from browser.open_office import OpenOffice, make_busy_world
from browser.people import Person
from factories.access import make_account
from factories.on_call import make_duty_things
from openmso.office.access.roles import Role
from openmso.office.on_call import jobs
from page_checks import assert_nothing_inline

pytestmark = pytest.mark.browser

TEN_MINUTES = timedelta(minutes=10)


def publishes_a_week(supervisor: Person, role: str, who: str, *, ends: str = "7 AM") -> None:
    """Fill in the weekly pattern: one person by day and by night."""
    page = supervisor.page
    supervisor.goes_to("/staff/on-call/publish/weekly/")
    page.get_by_label("On duty as").select_option(role)
    page.get_by_label("First day").fill("11/15/2026")
    page.get_by_label("Last day").fill("11/28/2026")
    for number, (starts, until) in enumerate([("7 AM", "7 PM"), ("7 PM", ends)], start=1):
        page.get_by_label(f"Turn {number}: who").select_option(who)
        page.get_by_label(f"Turn {number}: from").fill(starts)
        page.get_by_label(f"Turn {number}: to").fill(until)
        for box in supervisor.sees_all(f"[name=days_{number}]"):
            page.locator(f"label[for={box.get_attribute('id')}]").click()
    supervisor.presses("Publish")


def time_passes(office: OpenOffice, by: timedelta) -> None:
    office.advance(by)
    jobs.look_for_unanswered()
    office.work_off_jobs()


@pytest.mark.requirement("IMP-02", "S000-29", "S002-52", "S002-53")
def test_a_page_goes_from_the_answering_service_to_the_next_in_line(
    office: OpenOffice, seat: Seat
) -> None:
    world = make_busy_world()
    supervisor = seat(Role.SUPERVISOR, world, scripts=False)
    make_account(Role.NURSE, world.tenant, name="Ines Kobayashi")
    physician = seat(Role.PHYSICIAN, world, name="Priya Raghunathan")
    service = seat(Role.ANSWERING_SERVICE, world, scripts=False)

    publishes_a_week(supervisor, "nurse", "Ines Kobayashi", ends="6 AM")
    expect(supervisor.page.get_by_text("6:00 AM PST to Sunday").first).to_be_visible()
    publishes_a_week(supervisor, "nurse", "Ines Kobayashi")
    expect(supervisor.page.get_by_text("It holds from now on.")).to_be_visible()
    publishes_a_week(supervisor, "physician", "Priya Raghunathan")

    service.goes_to("/staff/")
    service.chooses("Whom does the caller need?", "Nurse on call")
    service.page.get_by_label("Who is calling").fill("Dr. Okafor")
    service.page.get_by_label("Number to call back").fill("213-555-0160")
    service.page.get_by_label("Message").fill("May the patient be transferred tonight?")
    service.presses("Take it and page")
    assert "Nurse on call called, Ines Kobayashi" in service.reads()

    office.work_off_jobs()
    time_passes(office, TEN_MINUTES)
    text = next(one.body for one in mail.outbox if physician.account.email in one.to)
    assert re.fullmatch(r"Physician on call: CT-[\w-]+\.( http\S+)?", text)

    physician.goes_to("/staff/on-call/my-pages/")
    physician.follows(text.split(": ")[1].split(". ")[0].rstrip("."))
    assert "May the patient be transferred tonight?" in physician.reads()
    physician.presses("I have it")
    assert "You have it. Nobody else is called." in physician.reads()

    service.follows("Look again")
    assert "Priya Raghunathan has it" in service.reads()
    assert not physician.complaints + service.complaints


WALKS: dict[Role, tuple[str, ...]] = {
    Role.SUPERVISOR: (
        "/staff/on-call/",
        "/staff/on-call/?week=2027-03-08",
        "/staff/on-call/publish/",
        "/staff/on-call/publish/weekly/",
        "/staff/on-call/away/",
        "/staff/on-call/pages/",
        "/staff/on-call/pages/{page}/",
        "/staff/on-call/schedules/{schedule}/",
        "/staff/on-call/shifts/{shift}/swap/",
        "/staff/on-call/my-pages/",
        "/staff/worklist/on_call/",
    ),
    Role.ANSWERING_SERVICE: (
        "/staff/on-call/calls/",
        "/staff/on-call/calls/{call}/",
        "/staff/on-call/code/",
    ),
}


@pytest.mark.parametrize("role", list(WALKS))
def test_the_desks_of_on_call_have_no_violation_at_any_width(
    office: OpenOffice, seat: Seat, role: Role
) -> None:
    world = make_busy_world()
    things = make_duty_things(world.tenant)
    person = seat(role, world)
    known = {
        "page": things.page_id,
        "schedule": things.schedule_id,
        "shift": things.shift_id,
        "call": things.call_id,
    }

    for address in WALKS[role]:
        person.goes_to(address.format(**known))
        person.finds_the_page_accessible(everywhere=True)
        assert_nothing_inline(person.page.content())
    assert not person.complaints


def test_a_refused_plan_gives_the_focus_to_the_gaps(office: OpenOffice, seat: Seat) -> None:
    world = make_busy_world()
    make_account(Role.NURSE, world.tenant, name="Ines Kobayashi")
    supervisor = seat(Role.SUPERVISOR, world)

    publishes_a_week(supervisor, "nurse", "Ines Kobayashi", ends="6 AM")

    supervisor.page.wait_for_function("document.activeElement.hasAttribute('data-error-summary')")
    supervisor.finds_the_page_accessible()
    assert supervisor.page.get_by_label("Turn 2: to").input_value() == "6 AM"
