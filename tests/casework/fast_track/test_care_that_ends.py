"""Care is about to end: notice, request, our papers, the QIO's decision, and what follows."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from factories.access import make_account
from factories.decided import make_denied
from factories.fast_track import (
    ANNOUNCED_AT,
    ASKED_AT,
    DECIDED_AT,
    ENDS_ON,
    REASONS,
    SENT_AT,
    TOLD_AT,
    WRITTEN_AT,
    a_decision,
    a_delivery,
    ending_desk,
    make_decided,
    make_ending,
    to_asked,
    to_decided,
    to_noticed,
    to_sent,
    to_told,
)
from factories.prior_auth import World, make_world
from factories.stays import make_stay, nurse_of
from openmso.casework.appeals.models import Appeal
from openmso.casework.fast_track.actions.ask_again import ask_again
from openmso.casework.fast_track.actions.close_case import close_case
from openmso.casework.fast_track.actions.hand_to_appeals import hand_to_appeals
from openmso.casework.fast_track.actions.record_notice import record_notice
from openmso.casework.fast_track.actions.run_out_of_time import run_out_of_time
from openmso.casework.fast_track.actions.take_back_end import take_back_end
from openmso.casework.fast_track.actions.withdraw_request import withdraw_request
from openmso.casework.fast_track.actions.write_reasons import write_reasons
from openmso.casework.fast_track.domain.asking import NoFastTrack, Way
from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.decision import Answer
from openmso.casework.fast_track.domain.notice import NotPossible, Proof
from openmso.casework.fast_track.domain.reasons import Reasons
from openmso.casework.fast_track.domain.states import State
from openmso.casework.fast_track.jobs import due_now, open_the_case_of_a_disputed_discharge
from openmso.casework.fast_track.models import FastTrackCase, QioDecision
from openmso.casework.fast_track.queries import CaseNotFound, case_for
from openmso.casework.fast_track.steps.opening import AnnouncedAlready
from openmso.casework.fast_track.what_if import recompute
from openmso.casework.inpatient.admissions.actions.plan_discharge import plan_discharge
from openmso.casework.inpatient.admissions.actions.record_dispute import record_dispute
from openmso.casework.inpatient.admissions.models import NoticeGiven
from openmso.office.access.actor import NotAllowed
from openmso.office.access.roles import Role
from openmso.office.disclosures.models import Disclosure
from openmso.office.law import rulebook
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db
NOON_AFTER = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)  # noon in Los Angeles
END_OF_DAY = datetime(2026, 11, 28, 7, 59, 59, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    return make_world()


def clock(case: FastTrackCase, purpose: str) -> Deadline:
    return Deadline.objects.get(case_id=case.id, purpose=purpose, governs=True)


def waiting(case: FastTrackCase) -> WorklistItem | None:
    return WorklistItem.objects.filter(case_id=case.id, closed_at=None).first()


def test_an_announced_end_starts_the_clocks_and_stands_on_the_list(world: World) -> None:
    case = make_ending(world)

    notice, ask = clock(case, "give_notice"), clock(case, "ask_qio")
    assert (notice.rule_id, ask.rule_id) == ("MA-NOMNC", "MA-NOMNC-REQ")
    assert notice.working
    assert notice.citation
    item = waiting(case)
    assert item is not None
    assert (item.queue, item.due_rule) == ("care_ends", "MA-NOMNC")
    with pytest.raises(AnnouncedAlready):
        make_ending(world)


def test_members_of_other_plans_have_other_ways() -> None:
    world = make_world("KK")

    with pytest.raises(NoFastTrack, match="Only members of Medicare plans"):
        make_ending(world)


def test_the_notice_is_kept_with_its_proof_and_a_late_one_with_the_end_it_allows(
    world: World,
) -> None:
    by = ending_desk(world)
    case = make_ending(world, by)
    with pytest.raises(NotPossible, match="who saw it"):
        record_notice(case.id, a_delivery(proof=Proof.REFUSED), by=by, at=ASKED_AT)

    late = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
    case = to_noticed(
        case,
        by,
        given_at=late,
        proof=Proof.BY_PHONE,
        told_to="Rosa Quintero, daughter",
        mailed_on=date(2026, 11, 26),
    )

    assert case.notice_late
    assert clock(case, "give_notice").met_at == late
    line = CaseEvent.objects.get(case_id=case.id, name="fast_track.notice_came_late")
    assert line.details == {"earliest_end": "2026-11-28"}
    with pytest.raises(MoveNotAllowed, match="cannot stand"):
        close_case(case.id, by=by, at=END_OF_DAY + timedelta(hours=1))


def test_the_end_stands_and_the_member_s_costs_begin_when_the_rule_says(world: World) -> None:
    case, by = make_decided(world)

    assert (case.state, case.answer) == (State.STANDS, Answer.END_STANDS)
    assert (case.covered_until, case.covered_rule) == (END_OF_DAY, "MA-NOMNC-COVERED")
    assert clock(case, "give_reasons").met_at == WRITTEN_AT
    assert clock(case, "send_records").met_at == SENT_AT
    assert clock(case, "qio_decision").met_at == DECIDED_AT
    assert clock(case, "ask_again").rule_id == "MA-NOMNC-RECON"
    letter = OrderedLetter.objects.get(case_id=case.id)
    assert (letter.kind, letter.reader) == ("care_ends_reasons", "member")
    assert Disclosure.objects.get(case_id=case.id).receiver_kind == "outside_body"
    with pytest.raises(MoveNotAllowed, match="may still ask"):
        close_case(case.id, by=by, at=DECIDED_AT + timedelta(days=3))
    decision = QioDecision.objects.get(case=case)
    assert (decision.look, decision.told_by) == ("first", "Letter of the reviewer")


def test_care_goes_on_and_only_a_new_notice_leads_to_a_new_end(world: World) -> None:
    case, by = make_decided(world, Answer.CARE_GOES_ON)

    assert (case.state, case.covered_until, waiting(case)) == (State.GOES_ON, None, None)
    assert not Deadline.objects.filter(case_id=case.id, met_at=None, closed_at=None).exists()

    later = DECIDED_AT + timedelta(days=5)
    second = make_ending(world, by, at=later, ends_on=date(2026, 12, 5), came_from_id=case.id)

    case.refresh_from_db()
    assert (case.state, second.came_from_id) == (State.CLOSED, case.id)
    assert clock(second, "give_notice").met_at is None
    to_told(second, by, told_at=later + timedelta(hours=1))
    with pytest.raises(NotPossible, match="what has changed"):
        write_reasons(second.id, REASONS, by=by, at=later + timedelta(hours=2))
    changed = Reasons(why=REASONS.why, rule_used=REASONS.rule_used, changed="You climb stairs.")
    write_reasons(second.id, changed, by=by, at=later + timedelta(hours=2))


def test_a_second_look_may_turn_it_round(world: World) -> None:
    case, by = make_decided(world)
    again = DECIDED_AT + timedelta(days=2)
    ask_again(case.id, asked_at=again, by=by, at=again)

    assert clock(case, "qio_second_decision").rule_id == "MA-NOMNC-RECON-DEC"
    case = to_decided(case, by, Answer.CARE_GOES_ON, told_at=again + timedelta(days=1))

    assert (case.state, case.covered_until) == (State.GOES_ON, None)
    assert list(QioDecision.objects.order_by("told_at").values_list("look", "answer")) == [
        ("first", "end_stands"),
        ("second", "care_goes_on"),
    ]


def test_a_late_request_about_services_is_sent_on_and_not_protected(world: World) -> None:
    by = ending_desk(world)
    case = to_noticed(make_ending(world, by), by)

    case = to_asked(case, by, asked_at=datetime(2026, 11, 26, 20, 1, tzinfo=UTC))

    assert (case.state, case.asked_way) == (State.ASKED, Way.QIO_LATE)
    line = CaseEvent.objects.get(case_id=case.id, name="fast_track.qio_asked")
    assert line.details["late_rule"] == "MA-NOMNC-LATE-QIO"


def test_a_late_request_about_a_discharge_becomes_the_plan_s_fast_appeal(world: World) -> None:
    by = ending_desk(world)
    denied = make_denied(world)
    case = make_ending(world, by, care=Care.HOSPITAL_STAY, ends_on=date(2026, 11, 24))
    asked_at = datetime(2026, 11, 25, 8, 10, tzinfo=UTC)
    case = to_asked(case, by, asked_at=asked_at)
    assert (case.state, case.asked_way) == (State.WITH_PLAN, Way.PLAN_APPEAL)
    assert clock(case, "answer_fast_appeal").rule_id == "MA-RECON-EXP-72H"
    with pytest.raises(MoveNotAllowed, match="File the fast appeal"):
        close_case(case.id, by=by, at=asked_at)

    case = hand_to_appeals(case.id, denied.id, words="I am not well.", by=by, at=asked_at)

    assert case.appeal_id is not None
    appeal = Appeal.objects.get(id=case.appeal_id)
    assert (appeal.urgency, appeal.received_at) == ("expedited", asked_at)
    assert (case.state, waiting(case)) == (State.CLOSED, None)


def test_late_papers_are_told_as_they_are_and_the_plan_pays_for_them(world: World) -> None:
    by = ending_desk(world)
    case = to_told(to_asked(to_noticed(make_ending(world, by), by), by), by)
    due_at = clock(case, "give_reasons").due_at
    past = due_at + timedelta(minutes=1)

    assert due_now(past, world.tenant.id) == 1  # reasons and records of one case
    run_out_of_time(case.id, by=by, at=past)  # safe to run twice

    case.refresh_from_db()
    assert (case.state, case.papers_late_at) == (State.REASONS_DUE, due_at)
    told = CaseEvent.objects.get(case_id=case.id, name="fast_track.papers_late")
    assert (told.details["means"], told.details["rule"]) == ("plan_pays", "MA-QIO-LATE-PAPERS")
    item = waiting(case)
    assert item is not None
    assert item.note.startswith("Papers late")
    after_the_end = END_OF_DAY + timedelta(hours=9)
    case = to_decided(case, by, told_at=after_the_end)
    assert (case.covered_until, case.covered_rule) == (after_the_end, "MA-QIO-LATE-PAPERS")


def test_a_stay_and_its_case_tell_each_other(world: World) -> None:
    stay = make_stay(world)
    by = nurse_of(world)
    plan_discharge(stay.id, datetime(2026, 11, 26, 19, 0, tzinfo=UTC), by=by, at=ANNOUNCED_AT)
    record_dispute(stay.id, told_at=TOLD_AT, by=by, at=TOLD_AT)
    line = CaseEvent.objects.get(case_id=stay.id, name="admission.discharge_disputed")
    heard = (str(stay.tenant_id), stay.case_kind, str(stay.id), str(line.id))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("openmso.office.clock.now", lambda: TOLD_AT)
        open_the_case_of_a_disputed_discharge(*heard)
        open_the_case_of_a_disputed_discharge(*heard)

    case = FastTrackCase.objects.get(admission=stay)
    assert (case.state, case.ends_on, case.told_at) == (
        State.REASONS_DUE,
        date(2026, 11, 26),
        TOLD_AT,
    )
    to_sent(case, by)
    assert NoticeGiven.objects.get(admission=stay).notice_id == "MA-DISCHARGE-REASONS"
    case = to_decided(case, by)
    assert (case.covered_until, case.covered_rule) == (NOON_AFTER, "MA-QIO-STAY-COVERED")


def test_a_request_can_be_withdrawn_and_an_end_taken_back(world: World) -> None:
    by = ending_desk(world)
    case = to_asked(to_noticed(make_ending(world, by), by), by)
    case = withdraw_request(case.id, by=by, at=TOLD_AT)
    assert (case.state, case.covered_until) == (State.WITHDRAWN, END_OF_DAY)

    other = make_ending(world, by, care=Care.HOME_HEALTH)
    other = take_back_end(other.id, why="The doctor orders more visits", by=by, at=TOLD_AT)
    assert (other.state, other.covered_until) == (State.TAKEN_BACK, None)


def test_nobody_asked_and_the_care_ended(world: World) -> None:
    by = ending_desk(world)
    case = to_noticed(make_ending(world, by), by)
    with pytest.raises(MoveNotAllowed, match="is not over"):
        close_case(case.id, by=by, at=END_OF_DAY)

    case = close_case(case.id, by=by, at=END_OF_DAY + timedelta(hours=1))

    assert (case.state, case.covered_until) == (State.CLOSED, END_OF_DAY)
    assert waiting(case) is None


@pytest.mark.requirement("IMP-04")
def test_no_denial_of_ours_is_made_here(world: World) -> None:
    """An end stands only with the QIO's own decision, in the code and in the database."""
    by = ending_desk(world)
    case = to_noticed(make_ending(world, by), by)
    with pytest.raises(MoveNotAllowed):
        to_decided(case, by)

    for fields in (
        {"state": "end_stands", "covered_until": END_OF_DAY},
        {"state": "end_stands", "covered_until": END_OF_DAY, "answer": "end_stands"},
        {"answer": "end_stands"},
    ):
        with pytest.raises(IntegrityError, match="fast track guard"), transaction.atomic():
            FastTrackCase.objects.filter(id=case.id).update(**fields)
    told = a_decision()
    with pytest.raises(IntegrityError, match="the QIO is not asked"), transaction.atomic():
        QioDecision.objects.create(
            tenant_id=case.tenant_id,
            case=case,
            look="first",
            answer=told.answer,
            told_at=told.told_at,
            told_by=told.told_by,
            recorded_at=DECIDED_AT,
            recorded_by_name=by.name,
        )


def test_a_decision_is_never_changed_and_care_that_goes_on_is_never_billed(world: World) -> None:
    case, _ = make_decided(world, Answer.NOTICE_NOT_VALID)

    with pytest.raises(IntegrityError), transaction.atomic():
        FastTrackCase.objects.filter(id=case.id).update(covered_until=END_OF_DAY)
    with pytest.raises(DatabaseError), transaction.atomic():
        QioDecision.objects.filter(case=case).update(answer="end_stands")


def test_a_member_sees_the_own_case_and_nobody_else_s_works_on_it(world: World) -> None:
    case = make_ending(world)
    stranger = make_account(Role.NURSE, make_world().tenant).as_actor()
    mine = make_account(Role.MEMBER, world.tenant, member_id=world.member.id).as_actor()

    assert case_for(mine, case.id).number == case.number
    with pytest.raises(CaseNotFound):
        case_for(stranger, case.id)
    with pytest.raises(NotAllowed):
        withdraw_request(case.id, by=mine, at=ASKED_AT)


def test_what_another_rule_would_make_of_its_clocks_is_computed(world: World) -> None:
    case = make_ending(world)

    found = recompute([case.id], book=rulebook())

    assert {one.purpose for one in found[case.id].deadlines} == {"give_notice", "ask_qio"}
    assert case.ends_on == ENDS_ON
