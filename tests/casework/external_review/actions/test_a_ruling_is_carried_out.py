"""A ruling for the member: one act authorizes, and nothing closes without the proof of service."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from factories.decided import make_denied
from factories.external_review import (
    LETTER,
    PROVEN_AT,
    RULED_AT,
    SERVED_ON,
    a_notice,
    make_hearing,
    make_review,
    make_ruled,
    review_desk,
    to_filed,
    to_gathered,
    to_ruled,
    to_sent,
)
from factories.prior_auth import make_world
from openmso.casework.external_review.actions.close_review import close_review, withdraw_review
from openmso.casework.external_review.actions.record_carried_out import record_carried_out
from openmso.casework.external_review.actions.record_not_qualified import record_not_qualified
from openmso.casework.external_review.actions.record_ruling import record_ruling
from openmso.casework.external_review.actions.send_evidence import send_evidence
from openmso.casework.external_review.actions.send_packet import send_packet
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.ruling import Answer, NotPossible
from openmso.casework.external_review.domain.states import State
from openmso.casework.external_review.models import ExternalReview, OutsideContact
from openmso.casework.prior_auth.models import CarriedOutRuling
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db


def carried_out(case: ExternalReview, by: Actor) -> ExternalReview:
    return record_carried_out(
        case.id,
        served_on=SERVED_ON,
        served_what="MRI of the low back",
        proof=LETTER,
        by=by,
        at=PROVEN_AT,
    )


@pytest.mark.requirement("S004-36")
def test_the_ruling_becomes_an_authorization_in_the_same_act() -> None:
    case, _ = make_ruled(make_world("KK"))

    case.request.refresh_from_db()
    ruling = CarriedOutRuling.objects.get(request=case.request)
    assert (case.state, case.request.state) == (State.TO_CARRY_OUT, "approved")
    assert case.authorization_number == case.request.authorization_number != ""
    assert (ruling.ruled_by, ruling.notice_received_at) == ("imr", RULED_AT)
    clock = Deadline.objects.get(case_id=case.id, purpose="carry_out", governs=True)
    assert (clock.rule_id, clock.started_at, clock.met_at) == ("IMR-IMPL-5WD", RULED_AT, RULED_AT)
    letters = OrderedLetter.objects.filter(case_id=case.request_id, kind="approval")
    assert {one.reader for one in letters} == {"member", "provider"}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.requirement("S004-36")
def test_it_cannot_be_closed_before_the_care_is_proven() -> None:
    case, by = make_ruled(make_world("KK"))

    with pytest.raises(MoveNotAllowed, match="the proof of service"):
        close_review(case.id, by=by, at=PROVEN_AT)

    assert carried_out(case, by).state == State.CARRIED_OUT
    assert close_review(case.id, by=by, at=PROVEN_AT).state == State.CLOSED
    assert not WorklistItem.objects.filter(case_id=case.id, closed_at=None)


@pytest.mark.requirement("S004-36")
@pytest.mark.parametrize(
    "change",
    [
        {"state": "closed"},
        {"state": "carried_out", "served_on": SERVED_ON},
        {"state": "withdrawn"},
        {"state": "our_no_stands"},
    ],
)
def test_the_database_refuses_every_way_around_the_proof(change: dict[str, object]) -> None:
    case, _ = make_ruled(make_world("KK"))

    with pytest.raises(IntegrityError), transaction.atomic():
        ExternalReview.objects.filter(id=case.id).update(**change)


@pytest.mark.requirement("S004-36")
def test_a_foreign_paper_or_a_made_up_number_proves_nothing() -> None:
    case, by = make_ruled(make_world("KK"))
    foreign = Document.objects.filter(case_id=case.request_id).first()
    carried = carried_out(case, by)

    for change in ({"proof": foreign}, {"authorization_number": "AU-000000-XXXXXX"}):
        with pytest.raises(IntegrityError, match="ruling guard"), transaction.atomic():
            ExternalReview.objects.filter(id=carried.id).update(**change)


def test_a_case_without_a_ruling_for_the_member_is_never_carried_out() -> None:
    case = make_review(make_world("KK"))

    with pytest.raises(IntegrityError, match="no ruling for the member"), transaction.atomic():
        ExternalReview.objects.filter(id=case.id).update(state="to_be_carried_out")


@pytest.mark.requirement("S004-37")
def test_the_regulator_gets_the_evidence_that_the_member_got_the_care() -> None:
    case, by = make_ruled(make_world("KK"))
    with pytest.raises(MoveNotAllowed):
        send_evidence(case.id, way="portal", by=by, at=PROVEN_AT)
    carried_out(case, by)

    paper = send_evidence(case.id, way="portal", by=by, at=PROVEN_AT)

    assert (paper.case_id, paper.media_type) == (case.id, "application/pdf")
    sent = OutsideContact.objects.filter(review=case, direction="to_them").latest("happened_at")
    assert (sent.document_id, sent.happened_at) == (paper.id, PROVEN_AT)


def test_a_day_to_come_proves_nothing() -> None:
    case, by = make_ruled(make_world("KK"))

    with pytest.raises(NotPossible, match="has not come"):
        record_carried_out(
            case.id,
            served_on=(PROVEN_AT + timedelta(days=9)).date(),
            served_what="MRI",
            proof=LETTER,
            by=by,
            at=PROVEN_AT,
        )


def test_a_ruling_in_part_says_how_much() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = to_filed(make_review(world, by=by), by)

    with pytest.raises(NotPossible, match="how much"):
        record_ruling(case.id, Answer.PARTLY, a_notice(RULED_AT), letter=LETTER, by=by, at=RULED_AT)

    ruled = to_ruled(case, by, Answer.PARTLY, approved={1: Decimal(1)})
    assert ruled.state == State.TO_CARRY_OUT


def test_what_was_ruled_is_not_taken_back() -> None:
    case, by = make_ruled(make_world("KK"))

    with pytest.raises(MoveNotAllowed):
        withdraw_review(case.id, why="changed her mind", by=by, at=PROVEN_AT)


@pytest.mark.parametrize(
    ("forum", "line", "rule"),
    [
        (Forum.STATE_HEARING, "MEDI-CAL", "MC-APPEAL-EFFECT-72H"),
        (Forum.MEDICARE_ENTITY, "MA", "MA-EFF-IRE-AUTH"),
    ],
)
def test_a_hearing_and_the_medicare_entity_are_carried_out_the_same_way(
    forum: Forum, line: str, rule: str
) -> None:
    world = make_world(line)
    by = review_desk(world)
    case = make_hearing(world, forum=forum)
    to_gathered(case, by)
    send_packet(case.id, way="mail", by=by, at=RULED_AT)

    case = to_ruled(case, by)

    clock = Deadline.objects.get(case_id=case.id, purpose="carry_out", governs=True)
    assert (clock.rule_id, case.request.state) == (rule, "denied")
    assert carried_out(case, by).state == State.CARRIED_OUT


def test_a_complaint_found_for_the_member_is_granted_by_us() -> None:
    world = make_world("KK")
    by = review_desk(world)
    filed = to_filed(make_review(world, by=by, request=make_denied(world)), by)
    complaint = record_not_qualified(
        filed.id, a_notice(), letter=LETTER, by=by, at=a_notice().received_at
    )

    case = to_ruled(complaint, by)

    ruling = CarriedOutRuling.objects.get(request_id=case.request_id)
    assert ruling.ruled_by == "plan"
    assert to_sent is not None
