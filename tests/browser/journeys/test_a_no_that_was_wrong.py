"""A no that was wrong, by the pages alone: appealed, upheld, taken outside, and what becomes of it.

Each test is one way that coverage and answers open; the clock is the demo's.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Seat
from browser.journeys.a_yes_counted import (
    it_is_counted,
    ten_approved_by_rule,
    the_yes_reaches_everybody,
)
from browser.journeys.appealing import (
    STILL_NO_ES,
    desk_gives_it_to,
    judges,
    member_asks_again,
    reads_spanish,
    reviewer_lets_the_no_stand,
)
from browser.journeys.letters_on_paper import paper_behind, paper_of_the_newest_letter
from browser.journeys.refused import CARE_ES, MORNING, a_refused_course, an_upheld_course
from browser.journeys.reviewing_outside import (
    ACCEPTS,
    FOR_THE_MEMBER,
    FOR_THE_PLAN,
    NOT_QUALIFIED,
    OUTSIDE_DOCTOR,
    RULES,
    desk_gathers_and_sends,
    desk_keeps_their_letter,
    desk_opens_the_case,
    desk_proves_and_closes,
    desk_records_a_hearing,
    member_makes_her_form,
    member_sends_it,
)
from browser.journeys.telling_what_is_wrong import (
    ANSWER_ES,
    LETTERS_ABOUT_IT,
    desk_answers_it,
    member_says_what_is_wrong,
)
from browser.open_office import OpenOffice, make_busy_world, set_clock
from openmso.office.access.roles import Role

pytestmark = pytest.mark.browser


@pytest.mark.requirement("S004-15", "S004-31", "S004-35", "S004-36", "S004-08")
def test_appealed_upheld_taken_outside_overturned_carried_out_and_counted(
    office: OpenOffice, seat: Seat, tmp_path: Path
) -> None:
    world, request = a_refused_course(office, "KK", language="es")
    ten_approved_by_rule(world)
    member, desk = seat(Role.MEMBER, world), seat(Role.SUPERVISOR, world)
    reviewer = seat(Role.PHYSICIAN, world, name="Ruth Reviewer")

    member_asks_again(member, CARE_ES, tmp_path)
    office.advance(timedelta(days=2))
    desk_gives_it_to(desk, reviewer, not_to="Phil Physician")
    reviewer_lets_the_no_stand(reviewer, spanish=True)
    office.work_off_jobs()
    member.page.reload()
    assert STILL_NO_ES in member.reads()
    assert "Nuestra respuesta sigue siendo no." in paper_of_the_newest_letter(member)
    member.follows("Ver qué puede hacer ahora")
    reads_spanish(member)

    member_makes_her_form(member)
    assert OUTSIDE_DOCTOR in paper_behind(member, "Mi formulario en papel (PDF)")
    member_sends_it(member)
    office.advance(timedelta(days=3))
    desk_opens_the_case(desk)
    desk_keeps_their_letter(desk, tmp_path, ACCEPTS, "It qualifies.")
    desk_gathers_and_sends(desk, tmp_path)
    office.advance(timedelta(days=20))
    member.page.reload()
    assert f"Expediente de {OUTSIDE_DOCTOR}" in member.reads()
    assert "Los papeles que mandamos" in member.reads()

    desk_keeps_their_letter(desk, tmp_path, RULES, "The visits are needed.", FOR_THE_MEMBER)
    office.work_off_jobs()
    number = the_yes_reaches_everybody(member, seat(Role.PRACTICE, world), request.number)
    office.advance(timedelta(days=4))
    desk.page.reload()
    desk_proves_and_closes(desk, tmp_path)
    assert number in desk.reads()
    member.follows("Revisión médica independiente")
    assert "La revisión dijo que sí, y usted recibió la atención." in member.reads()
    reads_spanish(member)

    office.advance(timedelta(days=75))
    it_is_counted(desk, member, request.number)
    for person in (member, desk, reviewer):
        assert not person.complaints, person.account.name


@pytest.mark.requirement("S004-07", "S004-08")
def test_a_medicare_no_that_stands_goes_on_by_itself(
    office: OpenOffice, seat: Seat, tmp_path: Path
) -> None:
    world, _ = a_refused_course(office, "MA", language="es")
    member, desk = seat(Role.MEMBER, world), seat(Role.SUPERVISOR, world)
    reviewer = seat(Role.PHYSICIAN, world, name="Ruth Reviewer")

    member_asks_again(member, CARE_ES, tmp_path)
    desk_gives_it_to(desk, reviewer, not_to="Phil Physician")
    reviewer_lets_the_no_stand(reviewer, spanish=True)
    office.work_off_jobs()
    member.page.reload()
    assert "Enviamos su caso a un grupo de fuera." in member.reads()
    member.follows("Ver qué puede hacer ahora")
    reads_spanish(member)
    assert "Un grupo que decide por Medicare mira su caso." in member.reads()
    assert "Obtener el formulario para esta revisión" not in member.reads()

    desk_opens_the_case(desk)
    desk_gathers_and_sends(desk, tmp_path)
    office.advance(timedelta(days=20))
    desk_keeps_their_letter(desk, tmp_path, RULES, "The goals are missing.", FOR_THE_PLAN)
    assert "Our no stands" in desk.reads()
    member.page.reload()
    member.follows("Revisión para Medicare")
    reads_spanish(member)
    assert "Dijeron que no" in member.reads()


@pytest.mark.requirement("S004-05", "S004-06")
def test_a_hearing_before_the_review_and_what_the_order_of_the_two_means(
    office: OpenOffice, seat: Seat, tmp_path: Path
) -> None:
    world, request = an_upheld_course(office, "MEDI-CAL", language="es")
    member, desk = seat(Role.MEMBER, world), seat(Role.SUPERVISOR, world)
    member.goes_to("/member/")
    member.follows(CARE_ES)
    reads_spanish(member)
    way = member.page.locator("#open-today ~ ul li")
    expect(way.filter(has_text="Revisión Médica Independiente")).to_contain_text("Abierto ahora")

    desk.goes_to(f"/staff/prior-auth/{request.id}/")
    desk_records_a_hearing(desk)
    assert "Sources differ on whether asking or only being heard closes the review." in desk.reads()
    judges(desk)
    member.page.reload()
    reads_spanish(member)
    review = way.filter(has_text="Revisión Médica Independiente")
    expect(review).to_contain_text("Veámoslo con usted")
    expect(review).to_contain_text("Usted pidió primero una audiencia estatal.")

    member_makes_her_form(member, "Usted pidió primero una audiencia estatal.")
    desk_opens_the_case(desk)
    assert "A hearing likely closes it" in desk.reads()
    desk.goes_to("/staff/external-review/")
    desk.page.get_by_role("row", name="State Hearing").get_by_role("link").click()
    desk_gathers_and_sends(desk, tmp_path)
    desk_keeps_their_letter(desk, tmp_path, RULES, "Denied after hearing.", FOR_THE_PLAN)
    member.goes_to("/member/")
    member.follows(CARE_ES)
    reads_spanish(member)
    assert "Dijeron que no" in member.reads()


@pytest.mark.requirement("S004-24", "S004-25", "S004-26")
def test_what_does_not_qualify_goes_on_as_a_complaint_without_a_second_form(
    office: OpenOffice, seat: Seat, tmp_path: Path
) -> None:
    world, request = an_upheld_course(office, "KK", language="es")
    member, desk = seat(Role.MEMBER, world), seat(Role.SUPERVISOR, world)
    member.goes_to("/member/")
    member.follows(CARE_ES)
    member_makes_her_form(member)
    member_sends_it(member)
    office.advance(timedelta(days=3))

    desk_opens_the_case(desk)
    desk_keeps_their_letter(desk, tmp_path, NOT_QUALIFIED, "This is about something else.")
    desk_opens_the_case(desk)
    assert "Complaint at the regulator" in desk.reads()
    expect(desk.page.locator("#clock")).to_contain_text("Due 12/30/2026")

    member.page.reload()
    assert "No tiene que mandar nada otra vez." in member.reads()
    member.goes_to(f"/member/requests/{request.id}/review/")
    assert "Ahora es una queja" in member.reads()
    member.follows("Volver a la solicitud")
    member.follows("Queja ante el regulador")
    reads_spanish(member)
    assert "Su respuesta debe llegar a más tardar el 30 de diciembre de 2026." in member.reads()
    assert member.page.locator("main form").count() == 0


@pytest.mark.requirement("S001-41", "S001-42")
def test_a_concern_that_is_no_dispute_is_confirmed_looked_into_and_answered(
    office: OpenOffice, seat: Seat
) -> None:
    set_clock(office.folder, MORNING)
    world = make_busy_world("KK", language="es")
    member, desk = seat(Role.MEMBER, world), seat(Role.SUPERVISOR, world)

    member_says_what_is_wrong(member)
    office.work_off_jobs()
    member.page.reload()
    assert "Vamos a revisar su queja." in paper_of_the_newest_letter(member)
    office.advance(timedelta(days=2))
    desk_answers_it(desk, desk.account.name)
    office.work_off_jobs()
    member.page.reload()
    reads_spanish(member)
    assert ANSWER_ES in member.reads()
    assert ANSWER_ES in paper_of_the_newest_letter(member)
    member.goes_to("/member/letters/")
    reads_spanish(member)
    assert member.page.locator(".my-letters li").count() == LETTERS_ABOUT_IT
