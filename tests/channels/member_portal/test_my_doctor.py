"""A member asks for another doctor: the wish goes to the plan, its file brings the answer."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from factories import roster
from factories.access import signed_in
from factories.prior_auth import World
from openmso.adapters.plan_desk.simulator import PlanDeskSimulator
from openmso.channels.people_files.load import load_folder
from openmso.channels.people_files.order import LoadOrder
from openmso.channels.people_files.plan_map import Row
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.timeline.queries import history
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import MemberIdentifier
from openmso.roster.pcp_changes import jobs
from openmso.roster.pcp_changes.interfaces import wiring
from openmso.roster.pcp_changes.models import PcpChange
from openmso.roster.providers.models import NetworkMembership, Practitioner

from .conftest import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S000-45", "S001-44")]

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
PAGE = "/member/my-doctor/"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def plan_desk(tmp_path: Path) -> Iterator[PlanDeskSimulator]:
    before, simulator = wiring.desk, PlanDeskSimulator(tmp_path / "plan-desk")
    wiring.desk = simulator
    yield simulator
    wiring.desk = before


@pytest.fixture
def new_doctor(world: World) -> Practitioner:
    doctor = roster.make_practitioner(
        world.tenant, practice=world.practice, ipa=world.ipa, family_name="Nuevo"
    )
    NetworkMembership.objects.filter(practitioner=doctor).update(primary_care=True)
    CoverageSpan.objects.filter(member=world.member).update(pcp=world.practitioner)
    MemberIdentifier.objects.create(
        tenant=world.tenant,
        member=world.member,
        kind=MemberIdentifier.Kind.SOURCE,
        system="fhir:Patient.id",
        value="alma",
    )
    return doctor


def asked(member: Client, doctor: Practitioner) -> PcpChange:
    wish = {"name": "nue", "step": "wish", "doctor": str(doctor.id), "reason": "Nearer."}
    answer = member.post(PAGE, wish)
    assert answer.status_code == 302, answer.content.decode()
    return PcpChange.objects.get(wanted=doctor)


def passed_on(change: PcpChange) -> None:
    (line,) = [one for one in history(change.tenant_id, change.id) if "asked" in one.name]
    jobs.pass_the_wish_on(
        tenant_id=str(change.tenant_id),
        case_kind="pcp_change",
        case_id=str(change.id),
        event_id=str(line.id),
    )


def eligibility_file(world: World, folder: Path, doctor: Practitioner) -> None:
    """The plan's next file: the same member and days, with a doctor named by NPI."""
    npi = {"system": "http://hl7.org/fhir/sid/us-npi", "value": doctor.npi}
    patient = {
        "resourceType": "Patient",
        "id": "alma",
        "name": [{"family": "Quintero", "given": ["Alma"]}],
        "birthDate": "1958-03-14",
        "generalPractitioner": [{"identifier": npi}],
    }
    (folder / "Patient.ndjson").write_text(json.dumps(patient))
    order = LoadOrder(
        folder=folder,
        plan_map=(Row(plan=world.plan.key),),
        ipa_id=world.ipa.id,
        by=Actor.system("load people", world.tenant.id),
        at=datetime.now(UTC),
        on=date(2026, 12, 1),
        progress=lambda *_: None,
    )
    load_folder(order)


def test_the_wish_goes_to_the_plan_and_nothing_is_changed_here(
    world: World, member: Client, new_doctor: Practitioner, plan_desk: PlanDeskSimulator
) -> None:
    found = member.post(PAGE, {"name": "nue"}).content.decode()
    change = asked(member, new_doctor)
    passed_on(change)
    passed_on(change)

    change.refresh_from_db()
    (ticket,) = plan_desk.exchange.tickets()
    assert new_doctor.full_name in found
    assert ticket["plan"] == world.plan.key
    assert (change.state, bool(change.proof)) == ("passed_on", True)
    assert CoverageSpan.objects.get(member=world.member).pcp == world.practitioner
    assert "They decide." in member.get(PAGE).content.decode()


def test_the_plan_s_file_brings_the_answer_and_it_is_matched(
    world: World, member_in: SignedIn, new_doctor: Practitioner, tmp_path: Path
) -> None:
    change = asked(member_in("en"), new_doctor)
    passed_on(change)
    with time_machine.travel(NOW.replace(day=28), tick=False):
        eligibility_file(world, tmp_path, new_doctor)
        eligibility_file(world, tmp_path, new_doctor)

    change.refresh_from_db()
    spans = CoverageSpan.objects.filter(member=world.member).order_by("known_from")
    assert (change.state, change.got) == ("changed", new_doctor)
    assert [span.pcp for span in spans] == [world.practitioner, new_doctor]
    with time_machine.travel(NOW.replace(day=28, hour=19), tick=False):
        assert "This is your doctor now." in member_in("en").get(PAGE).content.decode()


def test_a_file_with_the_old_doctor_is_no_answer_and_a_third_one_is_told(
    world: World, member: Client, new_doctor: Practitioner, tmp_path: Path
) -> None:
    third = roster.make_practitioner(world.tenant, practice=world.practice, family_name="Tercero")
    change = asked(member, new_doctor)

    eligibility_file(world, tmp_path, world.practitioner)
    still_open = PcpChange.objects.get(id=change.id).state
    with time_machine.travel(NOW.replace(day=28), tick=False):
        eligibility_file(world, tmp_path, third)

    change.refresh_from_db()
    assert still_open == "asked"
    assert (change.state, change.got) == ("other_doctor", third)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "n"}, "at least two letters"),
        ({"name": "zzz"}, "We found no doctor"),
        ({"name": "nue", "step": "wish"}, "Choose one"),
        ({"name": "nue", "step": "wish", "doctor": "nobody"}, "Choose one"),
    ],
)
def test_a_mistake_gets_a_sentence_beside_its_field(
    member: Client, new_doctor: Practitioner, typed: dict[str, Any], sentence: str
) -> None:
    answer = member.post(PAGE, typed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_one_wish_at_a_time(member: Client, new_doctor: Practitioner) -> None:
    asked(member, new_doctor)

    again = member.post(PAGE, {"name": "nue", "step": "wish", "doctor": str(new_doctor.id)})

    assert again.status_code == 422
    assert PcpChange.objects.count() == 1


def test_the_desk_sees_the_wish_its_proof_and_its_answer(
    world: World, member: Client, new_doctor: Practitioner
) -> None:
    passed_on(asked(member, new_doctor))
    nurse, stranger = (
        signed_in(Role.NURSE, office) for office in (world.tenant, roster.make_tenant())
    )

    seen = nurse.get("/staff/members/other-doctors/").content.decode()

    assert "With the plan" in seen
    assert new_doctor.full_name in seen
    assert "plan desk (simulated)" in seen
    assert (
        new_doctor.full_name not in stranger.get("/staff/members/other-doctors/").content.decode()
    )
