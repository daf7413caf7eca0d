"""A stay from the hospital's notice to the discharge, through the actions."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from factories.decisions import physician_of
from factories.inpatient import FACE_SHEET, make_hospital, make_night, stable_before
from factories.prior_auth import World, make_request, make_world
from factories.stays import (
    ADMITTED_AT,
    ONE_HOUR,
    TOLD_AT,
    a_no,
    make_stay,
    nurse_of,
    told,
    with_physician,
)
from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.inpatient.admissions.actions.approve_days import DaysYes, approve_days
from openmso.casework.inpatient.admissions.actions.discharge import Discharge, discharge
from openmso.casework.inpatient.admissions.actions.notify import notify
from openmso.casework.inpatient.admissions.actions.plan_discharge import plan_discharge
from openmso.casework.inpatient.admissions.actions.record_move import record_move
from openmso.casework.inpatient.admissions.actions.record_notice import Handed, record_notice
from openmso.casework.inpatient.admissions.actions.refuse_days import refuse_days
from openmso.casework.inpatient.admissions.actions.send_to_physician import send_to_physician
from openmso.casework.inpatient.admissions.actions.strike_move import strike_move
from openmso.casework.inpatient.admissions.actions.write_status import (
    Status,
    StatusNotPossible,
    write_status,
)
from openmso.casework.inpatient.admissions.bed_day_counts import count_bed_days
from openmso.casework.inpatient.admissions.domain.daily_status import Condition
from openmso.casework.inpatient.admissions.domain.notification import Way
from openmso.casework.inpatient.admissions.domain.states import DischargedTo
from openmso.casework.inpatient.admissions.domain.stay import Level, Move, MoveKind
from openmso.casework.inpatient.admissions.jobs import stay_letter_was_sent
from openmso.casework.inpatient.admissions.models import (
    Admission,
    ConcurrentReview,
    NoticeGiven,
    StayMove,
)
from openmso.casework.inpatient.post_stabilization.jobs import due_now
from openmso.casework.prior_auth.domain.decision import NotQualifiedToDeny
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem
from openmso.roster.eligibility.models import CoverageSpan

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    world = make_world()
    CoverageSpan.objects.filter(member=world.member).update(pcp=world.practitioner)
    return world


def events(stay: Admission) -> list[str]:
    lines = CaseEvent.objects.filter(case_id=stay.id).order_by("recorded_at", "line")
    return [name.removeprefix("admission.") for name in lines.values_list("name", flat=True)]


def letters(stay: Admission) -> list[tuple[str, str]]:
    ordered = OrderedLetter.objects.filter(case_id=stay.id).order_by("ordered_at", "kind")
    return list(ordered.values_list("kind", "reader"))


@pytest.mark.requirement("S003-25")
def test_a_late_notice_is_taken_and_marked(world: World) -> None:
    in_time = make_stay(world, notified_at=ADMITTED_AT + 24 * ONE_HOUR)
    late = make_stay(world, notified_at=ADMITTED_AT + 25 * ONE_HOUR)

    assert (in_time.notified_late, late.notified_late) == (False, True)
    assert late.state == "in_house"
    clock = Deadline.objects.get(case_id=late.id, purpose="notify_admission")
    assert (clock.due_at, clock.met_at) == (ADMITTED_AT + 24 * ONE_HOUR, late.notified_at)


@pytest.mark.requirement("S003-26")
def test_a_planned_stay_is_linked_to_its_approval_and_no_other(world: World) -> None:
    approved = make_request(world, code="99999")
    AuthorizationRequest.objects.filter(id=approved.id).update(
        state="approved",
        authorization_number="AU-261101-7KQ4MX",
        decided_at=TOLD_AT,
        valid_from_on=date(2026, 11, 1),
    )

    linked = make_stay(world, way=Way.PLANNED, authorization="au-261101-7kq4mx")
    unknown = make_stay(world, way=Way.PLANNED, authorization="AU-000000-AAAAAA")

    assert linked.authorization_id == approved.id
    assert unknown.authorization_id is None


@pytest.mark.requirement("S003-26")
def test_an_unplanned_stay_is_joined_to_the_night_it_began_with(world: World) -> None:
    hospital = make_hospital(world.tenant)
    asked_at = ADMITTED_AT - 4 * ONE_HOUR
    night = make_night(world, hospital=hospital, asked_at=asked_at, care=stable_before(asked_at))
    elsewhere = make_stay(world)

    stay = make_stay(world, hospital=hospital)

    assert stay.night_id == night.id
    assert elsewhere.night_id is None
    assert "joined_to_the_night" in events(stay)


def test_the_same_form_sent_twice_is_one_stay(world: World) -> None:
    form = told(make_hospital(world.tenant))
    by = Actor.system("Hospital page", world.tenant.id)

    first = notify(form, face_sheet=FACE_SHEET, by=by, at=TOLD_AT)
    second = notify(form, face_sheet=FACE_SHEET, by=by, at=TOLD_AT)

    assert first.id == second.id
    assert Admission.objects.count() == 1


@pytest.mark.requirement("S003-37")
def test_the_pcp_is_told_of_admission_transfer_and_discharge(world: World) -> None:
    stay, nurse = make_stay(world), nurse_of(world)
    other = make_hospital(world.tenant)
    up = Move(at=TOLD_AT, kind=MoveKind.ENTER, level=Level.INTENSIVE_CARE, place=stay.hospital_id)
    away = Move(
        at=TOLD_AT + ONE_HOUR, kind=MoveKind.ENTER, level=Level.INTENSIVE_CARE, place=other.id
    )
    home = Discharge(left_at=TOLD_AT + 30 * ONE_HOUR, to=DischargedTo.HOME)

    record_move(stay.id, up, by=nurse, at=TOLD_AT + 2 * ONE_HOUR)
    record_move(stay.id, away, by=nurse, at=TOLD_AT + 2 * ONE_HOUR)
    discharge(stay.id, home, by=nurse, at=home.left_at)

    told_of = CaseEvent.objects.filter(case_id=stay.id, name="admission.pcp_told")
    news = [
        line["news"] for line in told_of.order_by("recorded_at").values_list("details", flat=True)
    ]
    assert news == ["admitted", "transferred", "discharged"]
    assert letters(stay) == [("stay_news", "provider")] * 3


def test_where_no_pcp_is_known_the_history_says_so(world: World) -> None:
    CoverageSpan.objects.filter(member=world.member).update(pcp=None)

    stay = make_stay(world)

    assert "no_pcp_known" in events(stay)
    assert letters(stay) == []


def test_a_nurse_approves_days_and_the_next_review_follows(world: World) -> None:
    stay, nurse = make_stay(world), nurse_of(world)

    yes = DaysYes(last_day=date(2026, 11, 22), why="Fever, needs oxygen.")
    stay = approve_days(stay.id, yes, by=nurse, at=TOLD_AT, version=stay.version)

    assert stay.approved_until_on == date(2026, 11, 23)
    assert stay.next_review_on == date(2026, 11, 20)
    assert ("stay_days_approved", "hospital") in letters(stay)
    item = WorklistItem.objects.get(case_id=stay.id, closed_at=None)
    assert (item.queue, item.due_at.isoformat()) == ("stay_nurse", "2026-11-21T07:59:59+00:00")


def test_a_nurse_cannot_refuse_days_by_any_way(world: World) -> None:
    nurse = nurse_of(world)
    stay = with_physician(world, nurse, at=TOLD_AT)

    with pytest.raises(NotQualifiedToDeny, match="Only a physician reviewer"):
        refuse_days(stay.id, a_no(world), by=nurse, at=TOLD_AT, version=stay.version)
    with (
        pytest.raises(IntegrityError, match="no licensed physician reviewer"),
        transaction.atomic(),
    ):
        written_past_the_code(stay, nurse)

    assert not ConcurrentReview.objects.exists()


def test_a_physician_refuses_only_after_reading_every_paper(world: World) -> None:
    physician = physician_of(world)
    unread = with_physician(world, nurse_of(world), at=TOLD_AT)

    with pytest.raises(NotQualifiedToDeny, match="Open the records first"):
        refuse_days(unread.id, a_no(world), by=physician, at=TOLD_AT, version=unread.version)
    with pytest.raises(IntegrityError, match="not opened every record"), transaction.atomic():
        written_past_the_code(unread, physician)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK"])
def test_every_letter_of_a_stay_can_be_written(line_of_business: str, language: str) -> None:
    world = make_world(line_of_business, language=language)
    CoverageSpan.objects.filter(member=world.member).update(pcp=world.practitioner)
    physician = physician_of(world)
    stay = with_physician(world, physician, at=TOLD_AT)
    yes = DaysYes(last_day=date(2026, 11, 20), why="Needs oxygen.")
    stay = approve_days(stay.id, yes, by=nurse_of(world), at=TOLD_AT)
    stay = send_to_physician(stay.id, note="No fever.", by=nurse_of(world), at=TOLD_AT)
    refuse_days(stay.id, a_no(world), by=physician, at=TOLD_AT, version=stay.version)

    ordered = OrderedLetter.objects.filter(case_id=stay.id)

    titles = [compose(thawed(letter.content)).title for letter in ordered]
    assert len(titles) == 4


def test_a_no_goes_to_hospital_and_member_and_care_goes_on(world: World) -> None:
    physician = physician_of(world)
    stay = with_physician(world, physician, at=TOLD_AT)

    stay = refuse_days(
        stay.id, a_no(world), by=physician, at=TOLD_AT + ONE_HOUR, version=stay.version
    )

    assert stay.state == "in_house"
    assert {("stay_days_refused", "hospital"), ("denial", "member")} <= set(letters(stay))
    review = ConcurrentReview.objects.get()
    assert (review.outcome, review.from_on) == ("refused", date(2026, 11, 20))
    with pytest.raises(MoveNotAllowed, match="handed to a physician"):
        refuse_days(stay.id, a_no(world), by=physician, at=TOLD_AT, version=stay.version)


def test_the_time_for_telling_the_hospital_of_a_no_runs_until_its_letter_has_left() -> None:
    world = make_world("KK")
    physician = physician_of(world)
    stay = with_physician(world, physician, at=TOLD_AT)

    refuse_days(stay.id, a_no(world), by=physician, at=TOLD_AT, version=stay.version)

    clock = Deadline.objects.get(case_id=stay.id, purpose="tell_hospital_of_a_no")
    assert (clock.rule_id, clock.due_at) == ("KK-UR-CONC-24H", TOLD_AT + 24 * ONE_HOUR)
    for what in ("stay_days_approved", "stay_days_refused"):
        clock.refresh_from_db()
        assert clock.met_at is None
        letter_left(stay, what)
    clock.refresh_from_db()
    assert clock.met_at == TOLD_AT + ONE_HOUR


def letter_left(stay: Admission, what: str) -> None:
    line = CaseEvent.objects.create(
        tenant_id=stay.tenant_id,
        case_kind=stay.case_kind,
        case_id=stay.id,
        name="letter.sent",
        happened_at=TOLD_AT + ONE_HOUR,
        recorded_at=TOLD_AT + ONE_HOUR,
        actor_name="Post room",
        actor_kind="system",
        details={"what": what, "to": "hospital"},
    )
    stay_letter_was_sent(str(stay.tenant_id), stay.case_kind, str(stay.id), str(line.id))


def test_approved_days_are_never_taken_back(world: World) -> None:
    stay, nurse = make_stay(world), nurse_of(world)
    yes = DaysYes(last_day=date(2026, 11, 22), why="Needs oxygen.")
    approve_days(stay.id, yes, by=nurse, at=TOLD_AT)

    with pytest.raises(IntegrityError, match="never taken back"), transaction.atomic():
        Admission.objects.filter(id=stay.id).update(approved_until_on=date(2026, 11, 21))


def written_past_the_code(stay: Admission, by: Actor) -> None:
    assert by.id is not None
    ConcurrentReview.objects.create(
        tenant_id=stay.tenant_id,
        admission=stay,
        outcome="refused",
        from_on=date(2026, 11, 20),
        criteria_edition_id=edition_of(stay),
        words="No.",
        plain_reason="No.",
        signed_by_id=by.id,
        signed_by_name=by.name,
        decided_at=TOLD_AT,
        decided_on=date(2026, 11, 20),
    )


def edition_of(stay: Admission) -> UUID:
    return CriteriaEdition.objects.get(tenant_id=stay.tenant_id).id


@pytest.mark.requirement("S003-35")
def test_a_status_written_later_is_marked_as_late_and_a_day_has_one(world: World) -> None:
    stay, nurse = make_stay(world), nurse_of(world)
    first = Status(on=date(2026, 11, 20), condition=Condition.AS_EXPECTED)

    late = write_status(stay.id, first, by=nurse, at=TOLD_AT + timedelta(days=1))
    today = write_status(
        stay.id,
        Status(on=date(2026, 11, 21), condition=Condition.WORSE),
        by=nurse,
        at=TOLD_AT + timedelta(days=1),
    )

    assert (late.late, today.late) == (True, False)
    with pytest.raises(StatusNotPossible, match="has a status already"):
        write_status(stay.id, first, by=nurse, at=TOLD_AT + timedelta(days=1))
    tomorrow = Status(on=date(2026, 11, 22), condition=Condition.BETTER)
    with pytest.raises(StatusNotPossible, match="was not in the hospital"):
        write_status(stay.id, tomorrow, by=nurse, at=TOLD_AT + timedelta(days=1))


def test_notices_of_a_discharge_have_their_clocks_and_stop_them(world: World) -> None:
    stay, nurse = make_stay(world), nurse_of(world)
    plan_discharge(stay.id, ADMITTED_AT + timedelta(days=5), by=nurse, at=TOLD_AT)

    given = Handed(
        notice_id="MA-IMPORTANT-MESSAGE",
        given_at=TOLD_AT,
        given_by="Harbor Point Hospital",
        signed=NoticeGiven.Signed.SIGNED,
    )
    record_notice(stay.id, given, by=nurse, at=TOLD_AT)

    clock = Deadline.objects.get(case_id=stay.id, purpose="notice MA-IMPORTANT-MESSAGE")
    assert (clock.rule_id, clock.met_at) == ("MA-IM-FIRST", TOLD_AT)
    with pytest.raises(MoveNotAllowed, match="given already"):
        record_notice(stay.id, given, by=nurse, at=TOLD_AT)


def test_a_discharge_ends_the_plans_responsibility_of_the_night(world: World) -> None:
    hospital, nurse = make_hospital(world.tenant), nurse_of(world)
    asked_at = ADMITTED_AT - 4 * ONE_HOUR
    night = make_night(world, hospital=hospital, asked_at=asked_at, care=stable_before(asked_at))
    due_now(ADMITTED_AT, world.tenant.id)
    stay = make_stay(world, hospital=hospital)
    home = Discharge(left_at=TOLD_AT + 30 * ONE_HOUR, to=DischargedTo.HOME)

    discharge(stay.id, home, by=nurse, at=home.left_at + ONE_HOUR)

    night.refresh_from_db()
    assert (night.state, night.responsible_until) == ("ended", home.left_at)


@pytest.mark.requirement("IMP-17")
@pytest.mark.requirement("S003-31")
def test_bed_days_as_of_an_earlier_day_are_what_was_known_then(world: World) -> None:
    hospital, nurse = make_hospital(world.tenant), nurse_of(world)
    stay = make_stay(world, hospital=hospital)
    home = Discharge(left_at=ADMITTED_AT + timedelta(days=3), to=DischargedTo.HOME)
    discharge(stay.id, home, by=nurse, at=home.left_at)
    before = home.left_at + ONE_HOUR
    wrong = StayMove.objects.get(kind="discharge")
    strike_move(stay.id, wrong.id, why="It was the day after.", by=nurse, at=before + ONE_HOUR)
    later = Discharge(left_at=ADMITTED_AT + timedelta(days=4), to=DischargedTo.HOME)
    discharge(stay.id, later, by=nurse, at=later.left_at)

    def november(as_of: datetime) -> list[tuple[UUID | None, UUID, int, int]]:
        counts = count_bed_days(
            nurse, from_on=date(2026, 11, 1), until_on=date(2026, 12, 1), as_of=as_of
        )
        return [(one.ipa_id, one.hospital_id, one.days, one.stays) for one in counts]

    assert november(before) == [(world.ipa.id, hospital.id, 3, 1)]
    assert november(later.left_at + ONE_HOUR) == [(world.ipa.id, hospital.id, 4, 1)]
    assert november(ADMITTED_AT) == []


def test_a_move_is_struck_and_never_changed_or_removed(world: World) -> None:
    stay = make_stay(world)
    move = StayMove.objects.get()

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        StayMove.objects.filter(id=move.id).update(happened_at=TOLD_AT)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        StayMove.objects.filter(admission=stay).delete()


def test_a_program_answers_for_no_days(world: World) -> None:
    stay = make_stay(world)
    clock = Actor.system("Clock", world.tenant.id)

    with pytest.raises(NotAllowed):
        approve_days(stay.id, DaysYes(last_day=date(2026, 11, 22), why=""), by=clock, at=TOLD_AT)
    with pytest.raises(NotQualifiedToDeny, match="Only a person"):
        refuse_days(stay.id, a_no(world), by=clock, at=TOLD_AT, version=stay.version)
