"""A hospital asks about a stabilized patient: one request, one clock, whoever keys it in."""

from datetime import timedelta

import pytest

from factories.inpatient import ASKED_AT, asked, care_told, make_hospital, make_night, night_desk
from factories.prior_auth import World, make_world
from factories.roster import make_coverage, make_member, make_plan
from openmso.casework.inpatient.post_stabilization.actions.ask import ask
from openmso.casework.inpatient.post_stabilization.actions.identify_member import (
    IdentifiedAlready,
    identify_member,
)
from openmso.casework.inpatient.post_stabilization.actions.pass_to_plan_responsibility import (
    pass_to_plan_responsibility,
)
from openmso.casework.inpatient.post_stabilization.domain.clock import ANSWER_HOSPITAL
from openmso.casework.inpatient.post_stabilization.domain.request import (
    NotPossible,
    PatientAsTold,
    Purpose,
)
from openmso.casework.inpatient.post_stabilization.domain.states import State
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.casework.inpatient.post_stabilization.worklist import HOSPITAL_WAITS
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.actor import Actor
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem
from openmso.roster.providers.actions.add_hospital import NewHospital
from openmso.roster.providers.models import Hospital

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    """An office with a Medicare Advantage plan for the patient, and a Knox-Keene plan."""
    world = make_world()
    make_plan(world.tenant, "KK")
    return world


def clock_of(case: PostStabilization) -> Deadline:
    return Deadline.objects.get(case_id=case.id, governs=True, purpose=ANSWER_HOSPITAL)


@pytest.mark.requirement("S003-18")
@pytest.mark.requirement("S003-19")
@pytest.mark.parametrize(("line", "minutes"), [("MA", 60), ("KK", 30), ("MEDI-CAL", 30)])
def test_the_line_of_business_of_the_patient_sets_the_clock(line: str, minutes: int) -> None:
    case = make_night(make_world(line))

    assert clock_of(case).due_at == ASKED_AT + timedelta(minutes=minutes)


@pytest.mark.requirement("S003-24")
def test_the_network_plays_no_part(world: World) -> None:
    by = Actor.system("Test hospital", world.tenant.id)
    stranger = NewHospital(name="Hospital far away", fax="213-555-0179")

    case = ask(asked(), hospital=stranger, by=by, at=ASKED_AT)

    assert case.state == State.ASKED
    assert clock_of(case).due_at > ASKED_AT


def test_a_number_and_birth_date_that_fit_one_member_identify_the_patient(world: World) -> None:
    told = PatientAsTold(
        name="A. Quintero",
        birth_date=world.member.birth_date,
        plan_number=world.member.number_in_office,
    )

    case = make_night(world, patient=told, identified=False)

    assert case.member_id == world.member.id
    assert case.line_of_business == "MA"


def test_an_unknown_patient_waits_under_the_shortest_time(world: World) -> None:
    case = make_night(world, identified=False)

    item = WorklistItem.objects.get(case_id=case.id, closed_at=None)
    assert case.member_id is None
    assert item.queue == HOSPITAL_WAITS
    assert item.due_at == ASKED_AT + timedelta(minutes=30)
    assert item.note == "Patient not identified yet"


def test_the_row_follows_the_patient_s_own_time_once_they_are_known(world: World) -> None:
    case = make_night(world)

    item = WorklistItem.objects.get(case_id=case.id, closed_at=None)
    assert (item.due_rule, item.due_at) == ("MA-PSC-1H", ASKED_AT + timedelta(minutes=60))
    assert item.member_name == "Quintero, Alma"


def test_the_same_form_twice_is_one_request(world: World) -> None:
    hospital, by = make_hospital(world.tenant), Actor.system("Page", world.tenant.id)
    form = asked(client_key="double click")

    first = ask(form, hospital=hospital.id, by=by, at=ASKED_AT)
    again = ask(form, hospital=hospital.id, by=by, at=ASKED_AT + timedelta(seconds=1))

    assert again.id == first.id
    assert PostStabilization.objects.count() == 1


def test_the_same_key_with_other_content_is_refused(world: World) -> None:
    hospital, by = make_hospital(world.tenant), Actor.system("Page", world.tenant.id)
    ask(asked(client_key="one key"), hospital=hospital.id, by=by, at=ASKED_AT)

    other = asked(client_key="one key", care=care_told(care="Another bed"))
    with pytest.raises(SameKeyOtherContent):
        ask(other, hospital=hospital.id, by=by, at=ASKED_AT)


@pytest.mark.requirement("S003-20")
@pytest.mark.requirement("S003-21")
@pytest.mark.requirement("S003-22")
@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"stabilized_at": ASKED_AT + timedelta(minutes=1)}, "stabilized_at"),
        ({"stabilized_by": " "}, "stabilized_by"),
        ({"care": ""}, "care"),
        ({"purpose": Purpose.IMPROVE}, "circumstance"),
        ({"emergency_began_at": ASKED_AT}, "emergency_began_at"),
    ],
)
def test_what_cannot_be_so_is_refused_by_field(
    world: World, told: dict[str, object], field: str
) -> None:
    with pytest.raises(NotPossible) as refusal:
        make_night(world, care=care_told(**told))

    assert set(refusal.value.problems) == {field}
    assert not PostStabilization.objects.exists()


def test_a_known_npi_is_that_hospital_and_no_second_one(world: World) -> None:
    known = make_hospital(world.tenant)
    by = Actor.system("Phone desk", world.tenant.id)

    case = ask(asked(), hospital=NewHospital(name="As they say", npi=known.npi), by=by, at=ASKED_AT)

    assert case.hospital_id == known.id
    assert Hospital.objects.count() == 1


def test_a_call_keyed_in_after_its_time_speaks_at_once(world: World) -> None:
    late = ASKED_AT + timedelta(minutes=75)

    case = make_night(world, at=late)

    assert case.state == State.PLAN_RESPONSIBLE
    assert case.responsible_from == ASKED_AT + timedelta(minutes=60)
    assert OrderedLetter.objects.get(case_id=case.id).kind == "plan_responsible"


def test_only_the_lines_of_the_office_s_own_plans_count_for_an_unknown_patient() -> None:
    world = make_world()

    case = make_night(world, identified=False)

    assert clock_of(case).rule_id == "MA-PSC-1H"


def test_an_assumed_shorter_time_is_corrected_when_the_patient_is_known(world: World) -> None:
    case = make_night(world, identified=False)
    at = ASKED_AT + timedelta(minutes=31)
    pass_to_plan_responsibility(case.id, by=Actor.system("Clock", world.tenant.id), at=at)
    case.refresh_from_db()
    assert case.state == State.PLAN_RESPONSIBLE
    assert not OrderedLetter.objects.exists()

    later = ASKED_AT + timedelta(minutes=40)
    case = identify_member(case.id, world.member.id, by=night_desk(world), at=later)

    assert case.state == State.ASKED
    assert case.responsible_from is None
    assert clock_of(case).rule_id == "MA-PSC-1H"
    assert clock_of(case).is_open
    names = list(CaseEvent.objects.filter(case_id=case.id).values_list("name", flat=True))
    assert "post_stabilization.clock_corrected" in names


def test_a_shorter_time_that_was_right_stands_and_the_letter_follows(world: World) -> None:
    world = make_world("KK")
    case = make_night(world, identified=False)
    at = ASKED_AT + timedelta(minutes=31)
    pass_to_plan_responsibility(case.id, by=Actor.system("Clock", world.tenant.id), at=at)

    case = identify_member(case.id, world.member.id, by=night_desk(world), at=at)

    assert case.state == State.PLAN_RESPONSIBLE
    assert case.responsible_from == ASKED_AT + timedelta(minutes=30)
    assert OrderedLetter.objects.get(case_id=case.id).kind == "plan_responsible"


def test_somebody_without_coverage_is_not_our_member(world: World) -> None:
    case = make_night(world, identified=False)
    stranger = make_member(world.tenant, given_name="Nobody", family_name="Covered")

    case = identify_member(case.id, stranger.id, by=night_desk(world), at=ASKED_AT)

    assert case.state == State.NOT_OURS
    assert not WorklistItem.objects.filter(case_id=case.id, closed_at=None).exists()
    assert not Deadline.objects.filter(case_id=case.id, closed_at=None).exists()


def test_a_patient_is_identified_once(world: World) -> None:
    case = make_night(world)

    with pytest.raises(IdentifiedAlready):
        identify_member(case.id, world.member.id, by=night_desk(world), at=ASKED_AT)


def test_a_line_without_a_rule_has_no_clock_and_says_so() -> None:
    world = make_world("MA")
    plan = make_plan(world.tenant, "AZ-COMM")
    patient = make_member(world.tenant, given_name="Ari", family_name="Zona")
    make_coverage(patient, plan, world.ipa)
    case = make_night(world, identified=False)

    case = identify_member(case.id, patient.id, by=night_desk(world), at=ASKED_AT)

    assert case.state == State.ASKED
    assert not Deadline.objects.filter(case_id=case.id, purpose=ANSWER_HOSPITAL).exists()
    assert WorklistItem.objects.get(case_id=case.id, closed_at=None).due_rule == "no rule"
