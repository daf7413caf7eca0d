"""Answered, disagreed, nobody answered, never asked: each ends on record, with what it owes."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection
from procrastinate.contrib.django.models import ProcrastinateJob

from factories.access import make_account
from factories.decisions import nurse_of, physician_of
from factories.inpatient import ASKED_AT, care_told, make_hospital, make_night, night_desk
from factories.prior_auth import World, make_world
from factories.roster import make_actor
from openmso.casework.inpatient.post_stabilization.actions.answer_disagree import (
    Disagreement,
    answer_disagree,
)
from openmso.casework.inpatient.post_stabilization.actions.answer_yes import Yes, answer_yes
from openmso.casework.inpatient.post_stabilization.actions.end_responsibility import (
    end_responsibility,
)
from openmso.casework.inpatient.post_stabilization.actions.pass_to_plan_responsibility import (
    pass_to_plan_responsibility,
)
from openmso.casework.inpatient.post_stabilization.actions.record_consultation import (
    Talk,
    record_consultation,
)
from openmso.casework.inpatient.post_stabilization.actions.record_never_asked import (
    record_never_asked,
)
from openmso.casework.inpatient.post_stabilization.domain.request import NotPossible, PatientAsTold
from openmso.casework.inpatient.post_stabilization.domain.responsibility import (
    Branch,
    EndReason,
    Who,
)
from openmso.casework.inpatient.post_stabilization.domain.signer import NotQualifiedToDisagree
from openmso.casework.inpatient.post_stabilization.domain.states import State
from openmso.casework.inpatient.post_stabilization.jobs import (
    due_now,
    let_the_next_sleep,
    time_ran_out,
)
from openmso.casework.inpatient.post_stabilization.models import PostStabilization, SignedAnswer
from openmso.casework.inpatient.post_stabilization.queries import answer_of
from openmso.casework.inpatient.post_stabilization.standing import standing_of
from openmso.casework.inpatient.post_stabilization.steps.answering import NotIdentified, TooLate
from openmso.casework.inpatient.post_stabilization.worklist import ON_THE_PLAN
from openmso.office import clock
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.letters.jobs import render
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.models import Page
from openmso.office.on_call.paging import page_on_call
from openmso.office.outbound.models import Dispatch
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

DUE = ASKED_AT + timedelta(minutes=60)
AFTER = DUE + timedelta(hours=2)
A_NO = Disagreement(
    reason="Two normal tests; can be watched at home.", consult_phone="+12135550173"
)


@pytest.fixture
def world() -> World:
    return make_world()


def clock_of_the_house(world: World) -> Actor:
    return Actor.system("Clock", world.tenant.id)


def truth(case: PostStabilization, at: datetime) -> tuple[Branch, Who]:
    case.refresh_from_db()
    found = standing_of(
        case,
        list(of_case(tenant_id=case.tenant_id, case_id=case.id)),
        answer_of(case),
        at=at,
    )
    return found.branch, found.who


def test_a_nurse_says_yes_in_time(world: World) -> None:
    case = make_night(world)

    case = answer_yes(case.id, Yes(care="Bed for one night"), by=nurse_of(world), at=DUE)

    assert (case.state, case.responsible) == (State.APPROVED, Who.PLAN)
    assert case.authorization_number.startswith("AU-")
    assert OrderedLetter.objects.get(case_id=case.id).kind == "hospital_approval"
    assert not WorklistItem.objects.filter(case_id=case.id, closed_at=None).exists()
    assert truth(case, DUE + timedelta(days=1)) == (Branch.APPROVED, Who.PLAN)


def test_once_a_hospital_is_answered_nobody_further_is_woken(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: DUE)
    waits, answered = make_night(world), make_night(world, client_key="another-night-0123456789")
    for case in (waits, answered):
        page_on_call(
            case,
            DutyRole.NURSE,
            reason="A hospital asks.",
            by=clock_of_the_house(world),
            at=ASKED_AT,
            number=case.number,
        )

    answer_yes(answered.id, Yes(care="Bed for one night"), by=nurse_of(world), at=DUE)
    (ordered,) = ProcrastinateJob.objects.filter(task_name__endswith=".let_the_next_sleep")
    let_the_next_sleep(**ordered.args)

    assert {page.about_id: page.state for page in Page.objects.all()} == {
        waits.id: "unanswered",
        answered.id: "acknowledged",
    }


@pytest.mark.requirement("S003-18")
def test_nobody_answers_and_the_plan_is_responsible_from_that_minute(world: World) -> None:
    case = make_night(world)
    at = DUE + timedelta(minutes=9)

    assert due_now(at, world.tenant.id) == 1
    case.refresh_from_db()

    assert (case.state, case.responsible) == (State.PLAN_RESPONSIBLE, Who.PLAN)
    assert case.responsible_from == DUE
    line = CaseEvent.objects.get(case_id=case.id, name="post_stabilization.time_ran_out")
    assert line.happened_at == DUE
    assert line.details["citation"] == "42 CFR 422.113(c)(2)(iii)"
    alert = WorklistItem.objects.get(case_id=case.id, closed_at=None)
    assert alert.queue == ON_THE_PLAN
    assert alert.note.startswith("Alert")


def test_the_page_tells_the_truth_before_anything_ran(world: World) -> None:
    case = make_night(world)

    assert truth(case, DUE) == (Branch.WAITING, Who.NOT_DECIDED)
    assert truth(case, DUE + timedelta(seconds=1)) == (Branch.SILENCE, Who.PLAN)
    assert case.state == State.ASKED


def test_the_clock_speaks_once_however_often_it_is_run(world: World) -> None:
    case = make_night(world)

    for minutes in (1, 2, 30):
        at = DUE + timedelta(minutes=minutes)
        pass_to_plan_responsibility(case.id, by=clock_of_the_house(world), at=at)

    lines = CaseEvent.objects.filter(case_id=case.id, name="post_stabilization.time_ran_out")
    assert lines.count() == 1
    assert OrderedLetter.objects.filter(case_id=case.id).count() == 1


def test_a_job_that_comes_too_early_changes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_night(world)
    monkeypatch.setattr(clock, "now", lambda: DUE)

    time_ran_out(str(world.tenant.id), str(case.id))

    case.refresh_from_db()
    assert case.state == State.ASKED


def test_the_letter_about_silence_is_printed_and_faxed_to_the_hospital(world: World) -> None:
    case = make_night(world)
    due_now(DUE + timedelta(minutes=1), world.tenant.id)
    letter = OrderedLetter.objects.get(case_id=case.id)

    render(str(letter.id))

    letter.refresh_from_db()
    assert letter.state == OrderedLetter.State.PRINTED, letter.problem
    sending = Dispatch.objects.get(letter_id=letter.id)
    assert (sending.way, sending.receiver_kind) == ("fax", "hospital")


def test_an_answer_after_the_time_is_no_answer(world: World) -> None:
    case, at = make_night(world), DUE + timedelta(seconds=1)
    nurse, physician = nurse_of(world), physician_of(world)

    with pytest.raises(TooLate, match="responsible since"):
        answer_yes(case.id, Yes(care="Bed"), by=nurse, at=at)
    with pytest.raises(TooLate, match="responsible since"):
        answer_disagree(case.id, A_NO, by=physician, at=at)

    assert not SignedAnswer.objects.exists()


def test_a_patient_nobody_knows_cannot_be_answered_for(world: World) -> None:
    case = make_night(world, identified=False)

    with pytest.raises(NotIdentified):
        answer_yes(case.id, Yes(care="Bed"), by=nurse_of(world), at=ASKED_AT)


def test_a_physician_disagrees_offers_the_talk_and_the_plan_stays_responsible(
    world: World,
) -> None:
    case, at = make_night(world), ASKED_AT + timedelta(minutes=30)

    case = answer_disagree(case.id, A_NO, by=physician_of(world), at=at)

    assert (case.state, case.responsible, case.responsible_from) == (
        State.DISAGREED,
        Who.PLAN,
        at,
    )
    assert case.consultations.get().phone == A_NO.consult_phone
    assert OrderedLetter.objects.get(case_id=case.id).kind == "hospital_disagreement"
    assert truth(case, DUE + timedelta(days=1)) == (Branch.DISAGREED, Who.PLAN)


def test_only_a_physician_can_disagree(world: World) -> None:
    case = make_night(world)
    supervisor = make_account("um_supervisor", world.tenant).as_actor()
    unsigned = physician_of(world, may_sign=False)

    for by in (nurse_of(world), supervisor, unsigned, clock_of_the_house(world)):
        with pytest.raises(NotQualifiedToDisagree):
            answer_disagree(case.id, A_NO, by=by, at=ASKED_AT)
    nothing, physician = Disagreement(reason=" ", consult_phone=""), physician_of(world)
    with pytest.raises(NotQualifiedToDisagree, match="clinical reason"):
        answer_disagree(case.id, nothing, by=physician, at=ASKED_AT)


def test_the_table_itself_refuses_a_nurse_s_no(world: World) -> None:
    case, nurse = make_night(world), nurse_of(world)
    assert nurse.id is not None

    with pytest.raises(IntegrityError, match="no licensed physician"), connection.cursor() as door:
        door.execute(
            "INSERT INTO post_stabilization_answer (id, tenant_id, request_id, outcome, words,"
            " level_of_care, signed_by_id, signed_by_name, answered_at, answered_on)"
            " VALUES (gen_random_uuid(), %s, %s, 'disagreed', 'No.', '', %s, 'N', %s, %s)",
            [world.tenant.id, case.id, nurse.id, ASKED_AT, ASKED_AT.date()],
        )


def test_the_table_itself_refuses_a_no_without_an_answer_behind_it(world: World) -> None:
    case = make_night(world)

    with pytest.raises(IntegrityError, match="no signed answer"):
        PostStabilization.objects.filter(id=case.id).update(state="disagreed")


def test_a_talk_that_ends_in_agreement_ends_the_responsibility(world: World) -> None:
    case, at = make_night(world), ASKED_AT + timedelta(minutes=30)
    answer_disagree(case.id, A_NO, by=physician_of(world), at=at)
    talked = at + timedelta(minutes=20)

    case = record_consultation(
        case.id,
        Talk(reached=True, agreed=True, talked_at=talked),
        by=night_desk(world),
        at=talked,
    )

    assert (case.state, case.end_reason) == (State.ENDED, EndReason.AGREED)
    assert case.responsible_until == talked


def test_a_talk_nobody_answered_leaves_the_plan_responsible(world: World) -> None:
    case, at = make_night(world), ASKED_AT + timedelta(minutes=30)
    answer_disagree(case.id, A_NO, by=physician_of(world), at=at)

    case = record_consultation(
        case.id, Talk(reached=False, agreed=True, talked_at=at), by=night_desk(world), at=at
    )

    assert case.state == State.DISAGREED
    assert truth(case, DUE + timedelta(days=1)) == (Branch.DISAGREED, Who.PLAN)


@pytest.mark.parametrize("reason", list(EndReason))
def test_the_four_ends_end_it(world: World, reason: EndReason) -> None:
    case = make_night(world)
    due_now(DUE + timedelta(minutes=1), world.tenant.id)
    ended = DUE + timedelta(hours=6)

    case = end_responsibility(case.id, reason, happened_at=ended, by=night_desk(world), at=ended)

    assert (case.state, case.responsible_until) == (State.ENDED, ended)
    assert not WorklistItem.objects.filter(case_id=case.id, closed_at=None).exists()


def test_it_ends_neither_before_it_began_nor_in_the_future(world: World) -> None:
    case = make_night(world)
    due_now(DUE + timedelta(minutes=1), world.tenant.id)

    for moment in (ASKED_AT, DUE + timedelta(days=9)):
        with pytest.raises(NotPossible):
            end_responsibility(
                case.id,
                EndReason.DISCHARGED,
                happened_at=moment,
                by=night_desk(world),
                at=DUE + timedelta(days=1),
            )


def test_nothing_ends_for_a_patient_nobody_knows(world: World) -> None:
    case = make_night(world, identified=False)
    due_now(DUE + timedelta(minutes=1), world.tenant.id)

    with pytest.raises(NotIdentified):
        end_responsibility(
            case.id, EndReason.DISCHARGED, happened_at=DUE, by=night_desk(world), at=AFTER
        )


def test_a_time_that_nobody_waits_for_is_found_once(world: World) -> None:
    case = make_night(world)
    PostStabilization.objects.filter(id=case.id).update(state=State.NOT_OURS)

    assert due_now(AFTER, world.tenant.id) == 1
    assert due_now(AFTER, world.tenant.id) == 0


def test_what_waits_cannot_end(world: World) -> None:
    case = make_night(world)

    with pytest.raises(MoveNotAllowed):
        end_responsibility(
            case.id, EndReason.DISCHARGED, happened_at=DUE, by=night_desk(world), at=DUE
        )


def test_nobody_without_the_permission_changes_anything(world: World) -> None:
    case = make_night(world)
    reader = make_actor(world.tenant, Permission.CASE_READ)

    with pytest.raises(NotAllowed):
        answer_yes(case.id, Yes(care="Bed"), by=reader, at=ASKED_AT)


@pytest.mark.requirement("S003-17")
def test_a_hospital_that_never_asked_is_on_record_and_responsible(world: World) -> None:
    case = record_never_asked(
        hospital_id=make_hospital(world.tenant).id,
        member_id=world.member.id,
        patient=PatientAsTold(name="Alma Quintero"),
        care=care_told(),
        client_key="from a claim",
        by=night_desk(world),
        at=DUE + timedelta(days=30),
    )

    assert (case.state, case.responsible, case.asked_at) == (
        State.NEVER_ASKED,
        Who.HOSPITAL,
        None,
    )
    assert truth(case, DUE + timedelta(days=40)) == (Branch.NEVER_ASKED, Who.HOSPITAL)
    assert not WorklistItem.objects.filter(case_id=case.id).exists()
