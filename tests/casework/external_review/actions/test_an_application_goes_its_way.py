"""An application for Independent Medical Review, from the form to the packet and the ruling."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.decided import make_denied
from factories.external_review import (
    FILED_AT,
    LETTER,
    NOTICED_AT,
    PREPARED_AT,
    REFERENCE,
    RULED_AT,
    SENT_AT,
    a_notice,
    make_hearing,
    make_review,
    review_desk,
    to_accepted,
    to_filed,
    to_gathered,
    to_ruled,
    to_sent,
)
from factories.prior_auth import make_request, make_world
from openmso.casework.external_review.actions.ask_for_paper import ask_for_paper
from openmso.casework.external_review.actions.give_up_paper import give_up_paper
from openmso.casework.external_review.actions.look_at import look_at, open_document
from openmso.casework.external_review.actions.note_contact import Contact, note_contact
from openmso.casework.external_review.actions.prepare_application import PreparedAlready
from openmso.casework.external_review.actions.receive_paper import receive_paper
from openmso.casework.external_review.actions.record_coverage import record_coverage
from openmso.casework.external_review.actions.record_delay import end_delay, record_delay
from openmso.casework.external_review.actions.record_not_qualified import record_not_qualified
from openmso.casework.external_review.actions.send_packet import PacketNotReady, send_packet
from openmso.casework.external_review.domain.delay import DelayReason
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.imr import Basis, FirstStep
from openmso.casework.external_review.domain.packet import Doctor, Kind, OwedBy, Step
from openmso.casework.external_review.domain.ruling import Answer, Asked
from openmso.casework.external_review.domain.states import State
from openmso.casework.external_review.events import Event
from openmso.casework.external_review.models import (
    ExternalReview,
    OutsideContact,
    OutsideDecision,
    PacketPaper,
)
from openmso.casework.external_review.queries import outside_log, papers_of
from openmso.casework.external_review.worklist import OUTSIDE_REVIEW
from openmso.office.disclosures.models import Disclosure
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

OUTSIDE = Doctor(name="Omar Haddad, MD", in_network=False, place="9 Sample Way, Los Angeles")


def told(case: ExternalReview, name: Event) -> CaseEvent:
    return CaseEvent.objects.get(case_id=case.id, name=name)


def due(case: ExternalReview, purpose: str) -> Deadline:
    return Deadline.objects.get(case_id=case.id, purpose=purpose, governs=True)


@pytest.mark.requirement("S004-35")
@pytest.mark.requirement("S004-34")
def test_preparing_makes_our_tasks_and_names_the_doctors_to_ask() -> None:
    world = make_world("KK")

    case = make_review(world, outside_doctors=(OUTSIDE,))

    holders = {(one.owed_by, one.holder) for one in papers_of(case)}
    assert (OwedBy.NETWORK_DOCTOR, world.practitioner.full_name) in holders
    assert (OwedBy.OUTSIDE_DOCTOR, OUTSIDE.name) in holders
    assert CaseEvent.objects.filter(case_id=case.id, name=Event.PAPER_NEEDED).count() == len(
        papers_of(case)
    )
    item = WorklistItem.objects.get(case_id=case.id, closed_at=None)
    assert (item.queue, item.service) == (OUTSIDE_REVIEW, "Independent Medical Review")


def test_the_routers_prediction_is_kept_as_it_was_and_refuses_nobody() -> None:
    medicare, medi_cal, commercial = (make_world(line) for line in ("MA", "MEDI-CAL", "KK"))
    answered = FirstStep(
        filed_on=(PREPARED_AT - timedelta(days=30)).date(),
        expedited=False,
        answered_on=(PREPARED_AT - timedelta(days=3)).date(),
        result="upheld",
    )

    said = {
        line: make_review(world, first_step=first).prediction["answer"]
        for line, world, first in (
            ("MA", medicare, None),
            ("no appeal", medi_cal, None),
            ("upheld", commercial, answered),
        )
    }

    assert said == {"MA": "no", "no appeal": "not_yet", "upheld": "eligible"}


def test_a_hearing_before_the_review_is_told_as_what_it_may_do_to_it() -> None:
    world = make_world("MEDI-CAL")
    denied = make_denied(world)
    hearing = make_hearing(world, request=denied)

    review = make_review(world, request=denied, at=RULED_AT)

    assert told(hearing, Event.OPENED_CASE).details["order"] == "likely_barred"
    assert review.prediction["answer"] == "likely_barred"
    assert review.prediction["needs_a_person"]
    assert told(review, Event.PREPARED).details["order"] == "likely_barred"


def test_one_care_has_one_application_at_a_time() -> None:
    world = make_world("KK")
    first = make_review(world)

    with pytest.raises(PreparedAlready) as refusal:
        make_review(world, request=first.request)

    assert refusal.value.case_id == first.id


def test_nothing_is_reviewed_where_nothing_was_refused() -> None:
    world = make_world("KK")

    with pytest.raises(MoveNotAllowed, match="Nothing was refused"):
        make_review(world, request=make_request(world))


@pytest.mark.requirement("S004-28")
@pytest.mark.parametrize(("expedited", "rule"), [(False, "IMR-DOCS-3BD"), (True, "IMR-DOCS-24H")])
def test_the_notice_starts_the_packets_clock(expedited: bool, rule: str) -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_filed(make_review(world, by=by), by)
    waits = due(case, "outside_acceptance")

    case = to_accepted(case, by, expedited=expedited)

    packet = due(case, "send_packet")
    assert (packet.rule_id, packet.started_at) == (rule, NOTICED_AT)
    assert packet.working
    waits.refresh_from_db()
    assert (waits.rule_id, waits.met_at) == ("IMR-ELIG-7D", NOTICED_AT)
    assert case.outside_reference == REFERENCE
    urgent = {one.kind for one in papers_of(case)} & {Kind.URGENCY_CERTIFICATE.value}
    assert bool(urgent) is expedited


def test_a_member_who_tells_us_nothing_is_heard_of_by_the_regulators_notice() -> None:
    world = make_world("KK")
    by = review_desk(world)

    case = to_accepted(make_review(world, by=by), by)

    assert (case.state, case.filed_at) == (State.PACKET_DUE, NOTICED_AT)


@pytest.mark.requirement("S004-35")
def test_the_packet_waits_for_what_is_ours_and_for_nothing_else() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_accepted(make_review(world, by=by, outside_doctors=(OUTSIDE,)), by)

    with pytest.raises(PacketNotReady) as refusal:
        send_packet(case.id, way="portal", by=by, at=SENT_AT)
    assert f"Records of {world.practitioner.full_name}" in refusal.value.reasons

    records = papers_of(case)[3]
    give_up_paper(case.id, records.id, why="The practice lost them.", by=by, at=SENT_AT)
    for paper in papers_of(case)[:3]:
        receive_paper(
            case.id, paper.id, LETTER, source="office", received_at=SENT_AT, by=by, at=SENT_AT
        )
    case = send_packet(case.id, way="portal", by=by, at=SENT_AT)

    assert (case.state, case.packet_sent_at) == (State.PACKET_SENT, SENT_AT)
    assert due(case, "send_packet").met_at == SENT_AT
    assert due(case, "outside_decision").rule_id == "IMR-DEC-30D"


@pytest.mark.requirement("S004-38")
@pytest.mark.requirement("S004-47")
def test_what_leaves_stands_in_the_ledger_the_log_and_a_letter_to_the_member() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_sent(to_accepted(make_review(world, by=by, outside_doctors=(OUTSIDE,)), by), by)

    ledger = Disclosure.objects.filter(case_id=case.id)
    assert {one.receiver_name for one in ledger} == {"The regulator"}
    assert {one.about_member_id for one in ledger} == {case.member_id}
    letter = OrderedLetter.objects.get(case_id=case.id)
    assert (letter.kind, letter.reader) == ("review_papers", "member")
    log = [(one.direction, one.way) for one in outside_log(by)]
    assert log == [("to_them", "portal"), ("from_them", "mail")]


def test_a_form_that_the_member_sent_is_no_paper_of_ours() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_sent(to_accepted(to_filed(make_review(world, by=by), by), by), by)

    form = next(one for one in papers_of(case) if one.kind == Kind.APPLICATION)
    letter = OrderedLetter.objects.get(case_id=case.id)
    assert (form.step, form.sent_at) == (Step.RECEIVED, None)
    assert Disclosure.objects.filter(case_id=case.id).count() == len(papers_of(case)) - 1
    assert "signed by you" not in str(letter.content)


def test_a_paper_that_comes_after_the_packet_follows_it_at_once() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_sent(to_accepted(make_review(world, by=by, outside_doctors=(OUTSIDE,)), by), by)
    [late] = [one for one in papers_of(case) if one.owed_by == OwedBy.OUTSIDE_DOCTOR]
    later = SENT_AT + timedelta(hours=5)

    paper = receive_paper(
        case.id, late.id, LETTER, source="mail", received_at=later, by=by, at=later
    )

    assert paper.sent_at == later
    assert Disclosure.objects.filter(case_id=case.id, at=later).count() == 1
    assert told(case, Event.SENT_LATER).details["kind"] == Kind.DOCTORS_RECORDS


@pytest.mark.requirement("S004-30")
def test_the_doctors_note_is_asked_for_chased_and_received() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = make_review(world, by=by, urgent=True)
    [note] = [one for one in papers_of(case) if one.kind == Kind.URGENCY_CERTIFICATE]

    ask_for_paper(case.id, note.id, way="fax", by=by, at=PREPARED_AT)
    ask_for_paper(case.id, note.id, way="phone", by=by, at=FILED_AT)
    receive_paper(case.id, note.id, LETTER, source="fax", received_at=FILED_AT, by=by, at=FILED_AT)

    note.refresh_from_db()
    assert (note.step, note.asked_at, note.chased_at, note.chases) == (
        Step.RECEIVED,
        PREPARED_AT,
        FILED_AT,
        1,
    )
    assert note.document is not None


@pytest.mark.requirement("S004-17")
@pytest.mark.requirement("S004-23")
@pytest.mark.requirement("S004-24")
@pytest.mark.requirement("S004-26")
def test_what_does_not_qualify_becomes_a_complaint_with_all_its_facts() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_filed(make_review(world, by=by, basis=Basis.NOT_COVERED), by)

    complaint = record_not_qualified(
        case.id, a_notice(words="It is about coverage."), letter=LETTER, by=by, at=NOTICED_AT
    )

    case.refresh_from_db()
    assert case.state == State.NOT_QUALIFIED
    decision = OutsideDecision.objects.get(review=case)
    assert (decision.answer, decision.letter is not None) == ("does_not_qualify", True)
    letter = Document.objects.get(case_id=case.id)
    assert decision.letter_id == letter.id
    shown = CaseEvent.objects.get(case_id=case.id, name="document.attached")
    assert shown.details["document"] == str(letter.id)
    assert (complaint.forum, complaint.came_from_id) == (Forum.COMPLAINT, case.id)
    for fact in ("member", "request", "plan", "ipa", "line_of_business", "basis", "urgent"):
        assert getattr(complaint, fact) == getattr(case, fact)
    assert complaint.outside_reference == REFERENCE
    assert due(complaint, "outside_decision").rule_id == "IMR-DMHC-COMPLAINT-30"
    waiting = WorklistItem.objects.filter(closed_at=None, queue=OUTSIDE_REVIEW)
    assert [one.case_id for one in waiting] == [complaint.id]


@pytest.mark.requirement("S004-17")
def test_the_letter_that_says_no_review_must_be_on_file() -> None:
    world = make_world("KK")
    case = make_review(world)

    with pytest.raises(IntegrityError, match="letter_on_file"), transaction.atomic():
        OutsideDecision.objects.create(
            tenant_id=case.tenant_id,
            review=case,
            asked=Asked.QUALIFIES,
            answer=Answer.DOES_NOT_QUALIFY,
            decided_on=NOTICED_AT.date(),
            received_at=NOTICED_AT,
        )


@pytest.mark.requirement("S004-16")
def test_the_regulators_answer_about_coverage_is_kept_with_its_day() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_accepted(make_review(world, by=by), by)
    notice = a_notice(words="The plan's book covers it.")

    record_coverage(case.id, Answer.COVERED, notice, letter=LETTER, by=by, at=NOTICED_AT)

    decision = OutsideDecision.objects.get(review=case, asked=Asked.COVERAGE)
    assert (decision.answer, decision.decided_on) == ("covered", notice.dated_on)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutsideDecision.objects.filter(id=decision.id).update(answer="not_covered")


@pytest.mark.requirement("S004-33")
def test_a_delay_keeps_its_reason_and_what_is_missing() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_sent(to_accepted(make_review(world, by=by, outside_doctors=(OUTSIDE,)), by), by)

    case = record_delay(case.id, DelayReason.DOCTORS_RECORDS, by=by, at=SENT_AT)

    assert (case.state, case.delay_reason) == (State.DELAYED, DelayReason.DOCTORS_RECORDS)
    assert Kind.DOCTORS_RECORDS in told(case, Event.DELAYED).details["missing"]
    assert end_delay(case.id, by=by, at=SENT_AT).state == State.PACKET_SENT


def test_a_delay_before_our_packet_left_ends_with_the_packet() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_accepted(make_review(world, by=by), by)
    record_delay(case.id, DelayReason.OUR_RECORDS, by=by, at=SENT_AT)

    with pytest.raises(MoveNotAllowed, match="Send our packet"):
        end_delay(case.id, by=by, at=SENT_AT)

    to_gathered(case, by)
    assert send_packet(case.id, way="portal", by=by, at=SENT_AT).state == State.PACKET_SENT


@pytest.mark.requirement("S004-38")
def test_who_looks_at_a_case_and_its_papers_is_remembered() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_accepted(make_review(world, by=by), by)
    letter = Document.objects.get(case_id=case.id)

    look_at(case.id, by=by, at=SENT_AT)
    open_document(case.id, letter.id, by=by, at=SENT_AT)

    assert told(case, Event.LOOKED_AT).actor_id == by.id
    assert told(case, Event.LOOKED_AT).details["label"].startswith("Private and confidential")
    assert told(case, Event.DOCUMENT_OPENED).details["document"] == str(letter.id)


@pytest.mark.requirement("S004-47")
def test_the_log_of_the_regulator_is_append_only() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = make_review(world, by=by)
    call = Contact(
        direction=OutsideContact.Direction.TO_THEM,
        way=OutsideContact.Way.PHONE,
        about="Asked where to send the packet",
        happened_at=NOTICED_AT,
    )

    contact = note_contact(case.id, call, by=by, at=NOTICED_AT)

    assert (contact.who, contact.our_person) == ("The regulator", by.name)
    assert told(case, Event.CONTACT).details["way"] == "Phone"
    with pytest.raises(IntegrityError), transaction.atomic():
        OutsideContact.objects.filter(id=contact.id).delete()


def test_a_checklist_belongs_to_one_case_only() -> None:
    world = make_world("MEDI-CAL")
    by = review_desk(world)
    mine = make_review(world, by=by)
    other = make_hearing(world, request=mine.request)

    with pytest.raises(LookupError):
        ask_for_paper(mine.id, papers_of(other)[0].id, way="fax", by=by, at=NOTICED_AT)
    assert PacketPaper.objects.filter(step=Step.ASKED).count() == 0


def test_a_ruling_for_the_plan_ends_with_our_no() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_ruled(to_sent(to_accepted(make_review(world, by=by), by), by), by, Answer.FOR_PLAN)

    case.request.refresh_from_db()
    assert (case.state, case.request.state) == (State.STANDS, "denied")
