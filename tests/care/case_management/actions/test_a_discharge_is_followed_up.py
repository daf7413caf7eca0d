"""A followed member leaves a hospital: it becomes a task, and the words wait in the form."""

from datetime import date, timedelta

import pytest
from django.test import Client

from factories.access import sign_in
from factories.care import make_care_case
from factories.prior_auth import World, make_world
from factories.stays import TOLD_AT, make_stay, nurse_of
from openmso.care.case_management import jobs
from openmso.care.case_management.models import CareCase, Instructions, Task
from openmso.casework.inpatient.admissions.actions.discharge import Discharge, discharge
from openmso.casework.inpatient.admissions.domain.states import DischargedTo
from openmso.casework.inpatient.admissions.models import Admission
from openmso.office import clock

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S000-32", "S001-33")]

HOME_AT = TOLD_AT + timedelta(hours=30)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(clock, "now", lambda: HOME_AT + timedelta(hours=1))
    return make_world()


def left_hospital(world: World) -> Admission:
    stay = make_stay(world)
    home = Discharge(
        left_at=HOME_AT,
        to=DischargedTo.HOME,
        instructions="Take your new pill.",
        follow_up_on=date(2026, 11, 30),
    )
    return discharge(stay.id, home, by=nurse_of(world), at=HOME_AT)


def tell(stay: Admission) -> None:
    jobs.look_at_a_discharge(str(stay.tenant_id), stay.case_kind, str(stay.id), "")


def instructions_page(case: CareCase) -> str:
    return f"/staff/case-management/{case.id}/do/instructions/"


def test_a_discharge_becomes_a_task_once(world: World) -> None:
    case = make_care_case(world)
    stay = left_hospital(world)

    tell(stay)
    tell(stay)

    assert Task.objects.get(case=case).what.endswith(stay.number)


def test_nobody_is_told_of_a_member_whom_nobody_follows(world: World) -> None:
    tell(left_hospital(world))

    assert not Task.objects.exists()


def test_what_the_hospital_told_stands_in_the_form_until_it_was_sent(world: World) -> None:
    case = make_care_case(world)
    left_hospital(world)
    desk = sign_in(Client(), case.manager)

    page = desk.get(instructions_page(case))
    first = page.context["form"].initial
    sent = desk.post(instructions_page(case), {name: str(first[name]) for name in first})

    assert (first["steps"], first["follow_up_on"]) == ("Take your new pill.", date(2026, 11, 30))
    assert sent.status_code == 302
    assert Instructions.objects.get().source == "discharge"
    assert desk.get(instructions_page(case)).context["form"].initial == {}
