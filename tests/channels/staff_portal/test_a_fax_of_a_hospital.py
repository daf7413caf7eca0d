"""A hospital's fax lies in the mail room: it becomes the night's request, or a stay, with its own
time and its own pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from channels.staff_portal.test_post_stabilization import CALL
from channels.staff_portal.test_stays import NOTICE
from factories.access import signed_in
from factories.inpatient import ASKED_AT, make_hospital
from factories.mail_room import TAKEN_AT, make_paper
from factories.prior_auth import World, make_world
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.office.documents.queries import papers_received
from openmso.office.mail_room.domain.outcome import State, Way
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.mail_room.queries import files_of
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

NIGHT, STAY = "/staff/post-stabilization/new/", "/staff/stays/new/"
DUE = ASKED_AT + timedelta(hours=1)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(clock, "now", lambda: TAKEN_AT + timedelta(minutes=3))
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.INTAKE, world.tenant)


@pytest.fixture
def fax(world: World) -> ArrivedPaper:
    return make_paper(world.tenant, received_at=ASKED_AT)


def send(desk: Client, address: str, world: World, fax: ArrivedPaper, **changed: Any) -> Any:
    form = NOTICE if address == STAY else CALL
    hospital = make_hospital(world.tenant)
    told = {"paper": str(fax.id), "channel": "fax", "hospital": str(hospital.id)}
    number = {"plan_number": world.member.number_in_office}
    return desk.post(address, form | told | number | changed)


def test_a_fax_leads_to_both_forms_and_they_start_with_its_time(
    desk: Client, fax: ArrivedPaper
) -> None:
    page = desk.get(f"/staff/mail/{fax.id}/").content.decode()

    for address in (NIGHT, STAY):
        assert f'href="{address}?paper={fax.id}"' in page
        form = desk.get(f"{address}?paper={fax.id}").content.decode()
        assert f"Keyed from {fax.number}" in form
        assert 'value="2:07 AM"' in form
        assert_ids_resolve(form)
        assert_nothing_inline(form)


def test_a_letter_is_no_request_of_the_night(desk: Client, world: World) -> None:
    letter = make_paper(world.tenant, way=Way.MAIL)

    assert f"?paper={letter.id}" in (page := desk.get(f"/staff/mail/{letter.id}/").content.decode())
    assert f"{NIGHT}?paper=" not in page


@pytest.mark.requirement("S003-18", "S003-20")
def test_a_fax_that_lay_too_long_has_put_the_care_on_the_plan(
    desk: Client, world: World, fax: ArrivedPaper
) -> None:
    answer = send(desk, NIGHT, world, fax, received_time="9:30 AM", face_sheet_inside="on")

    case = PostStabilization.objects.get()
    assert answer.headers["Location"] == f"/staff/post-stabilization/{case.id}/"
    assert (case.channel, case.asked_at) == ("fax", ASKED_AT)
    assert (case.state, case.responsible_from) == ("plan_responsible", DUE)
    assert [one.title for one in papers_received(case.tenant_id, case.id)] == ["Face sheet"]
    fax.refresh_from_db()
    assert (fax.state, fax.case_number_of) == (State.NEW_REQUEST, case.number)
    assert case.number in desk.get(f"/staff/mail/{fax.id}/").content.decode()


@pytest.mark.requirement("S003-25")
def test_a_fax_about_an_admission_opens_the_stay(
    desk: Client, world: World, fax: ArrivedPaper
) -> None:
    send(desk, STAY, world, fax, admitted_time="1:30 AM", face_sheet_inside="on")

    stay = Admission.objects.get()
    assert (stay.channel, stay.notified_at, stay.notified_late) == ("fax", ASKED_AT, False)
    assert [one.title for one in papers_received(stay.tenant_id, stay.id)] == ["Face sheet"]
    fax.refresh_from_db()
    assert fax.case_number_of == stay.number


@pytest.mark.parametrize("address", [NIGHT, STAY])
def test_pages_that_are_no_face_sheet_are_not_called_one(
    desk: Client, world: World, fax: ArrivedPaper, address: str
) -> None:
    send(desk, address, world, fax)

    case = (Admission if address == STAY else PostStabilization).objects.get()
    titles = [one.title for one in papers_received(case.tenant_id, case.id)]
    assert titles == (["Clinical notes"] if address == STAY else [files_of(fax)[0].title])


@pytest.mark.parametrize("address", [NIGHT, STAY])
def test_sent_twice_it_is_one_case_and_somebody_else_s_paper_stays_theirs(
    desk: Client, world: World, fax: ArrivedPaper, address: str
) -> None:
    hospital = str(make_hospital(world.tenant).id)
    first = send(desk, address, world, fax, hospital=hospital)
    again = send(desk, address, world, fax, hospital=hospital)
    other = send(desk, address, world, fax, client_key="0123456789abcdef-more")
    foreign = make_paper(make_world().tenant)

    assert first.headers["Location"] == again.headers["Location"]
    assert (other.status_code, send(desk, address, world, foreign).status_code) == (422, 404)
    assert "has dealt with" in other.content.decode()
    assert (Admission if address == STAY else PostStabilization).objects.count() == 1
