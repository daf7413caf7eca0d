"""Care was given and not paid: the appeal, its own clocks, the order to pay and its proof."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from factories.access import make_account
from factories.appeals import (
    ANSWERED_AT,
    FILED_AT,
    NEW_NOTE,
    STANDS,
    a_claim,
    another_physician,
    make_payment_appeal,
    stands_by,
    supervisor_of,
    with_reviewer,
)
from factories.prior_auth import make_world
from openmso.casework.appeals.actions.dismiss import Form, dismiss
from openmso.casework.appeals.actions.file_appeal import AppealedAlready
from openmso.casework.appeals.actions.make_urgent import make_urgent
from openmso.casework.appeals.actions.note_authority import note_authority
from openmso.casework.appeals.actions.note_case_file_sent import note_case_file_sent
from openmso.casework.appeals.actions.order_payment import order_part_of_payment, order_payment
from openmso.casework.appeals.actions.record_entity_answer import record_entity_answer
from openmso.casework.appeals.actions.record_payment import record_payment
from openmso.casework.appeals.actions.set_reporting_line import set_reporting_line
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.clock_keeping import compute_clocks
from openmso.casework.appeals.domain.claim import PayTo
from openmso.casework.appeals.domain.deciding import NotQualifiedToAnswer
from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.domain.speed import NEVER_FAST
from openmso.casework.appeals.domain.types import FiledBy
from openmso.casework.appeals.models import Appeal, AppealAnswer, DeniedPayment, PaymentOrder
from openmso.casework.prior_auth.domain.ruling import NotAYes
from openmso.office.access.roles import Role
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

PROOF = NEW_NOTE[1]


def deadline(appeal: Appeal, purpose: str) -> Deadline:
    return Deadline.objects.get(case_id=appeal.id, purpose=purpose, governs=True)


def letters_of(appeal: Appeal) -> set[str]:
    """Return the letters of an appeal; each can be put into words with all that it must say."""
    found = OrderedLetter.objects.filter(case_id=appeal.id, reader="member")
    return {compose(thawed(one.content)).kind.value for one in found}


@pytest.mark.parametrize(
    ("line_of_business", "kind", "rules"),
    [
        ("MA", "payment", {"MA-RECON-PAY-60D"}),
        ("MEDI-CAL", "plan_appeal", {"MC-APPEAL-30D", "MC-GRIEV-ACK-5"}),
        ("KK", "grievance", {"KK-GRIEV-30D", "KK-GRIEV-ACK-5"}),
    ],
)
def test_it_has_the_type_and_the_clocks_of_payment(
    line_of_business: str, kind: str, rules: set[str]
) -> None:
    appeal = make_payment_appeal(make_world(line_of_business))

    rows = of_case(appeal.tenant_id, appeal.id)
    assert (appeal.type, appeal.urgency, appeal.late) == (kind, "standard", False)
    assert {row.rule_id for row in rows} == rules
    assert {(one.purpose, one.rule.id, one.due_at) for one in compute_clocks(appeal)} == {
        (row.purpose, row.rule_id, row.due_at) for row in rows
    }
    item = WorklistItem.objects.get(case_id=appeal.id)
    assert (item.queue, "Emergency room visit" in item.service) == ("appeals", True)
    letter = OrderedLetter.objects.get(case_id=appeal.id)
    assert letter.kind == "appeal_received"
    assert letter.content["fields"]["case"]["claim"]["amount"] == "$1,240.00"


def test_it_is_never_handled_fast_and_says_why() -> None:
    world = make_world("MA")
    appeal = make_payment_appeal(world, fast=True, physician_says_fast=True)

    assert (appeal.urgency, appeal.fast_by) == ("standard", "")
    told = CaseEvent.objects.get(case_id=appeal.id, name="appeal.never_fast")
    assert told.details["why"] == NEVER_FAST
    with pytest.raises(NotPossible, match="never handled fast"):
        make_urgent(appeal.id, why="Dr. Lim", physician=True, by=supervisor_of(world), at=FILED_AT)
    with pytest.raises(IntegrityError, match="payment_never_fast"), transaction.atomic():
        Appeal.objects.filter(id=appeal.id).update(urgency="expedited")


def test_a_provider_without_a_contract_waits_for_its_waiver() -> None:
    world = make_world("MA")
    appeal = make_payment_appeal(
        world, filed_by=FiledBy.NONCONTRACT_PROVIDER, filed_by_name="Seaside Emergency Group"
    )
    assert list(of_case(appeal.tenant_id, appeal.id)) == []
    letter = OrderedLetter.objects.get(case_id=appeal.id)
    assert letter.content["fields"]["waiver_awaited"] is True
    by, shown_at = supervisor_of(world), FILED_AT + timedelta(days=9)
    with pytest.raises(NotPossible, match="may still come until"):
        dismiss(appeal.id, form=Form.NO_AUTHORITY, by=by, at=shown_at)

    note_authority(appeal.id, shown_at=shown_at, by=by, at=shown_at)

    row = deadline(appeal, "decide_appeal")
    assert (row.rule_id, row.started_at) == ("MA-NCP-WOL-START", shown_at)


def test_a_waiver_that_never_came_is_dismissed_after_the_time_for_filing() -> None:
    world = make_world("MA")
    appeal = make_payment_appeal(world, filed_by=FiledBy.NONCONTRACT_PROVIDER)
    by = supervisor_of(world)

    dismiss(appeal.id, form=Form.NO_AUTHORITY, by=by, at=FILED_AT + timedelta(days=90))

    closed = OrderedLetter.objects.get(case_id=appeal.id, kind="appeal_closed")
    assert closed.content["fields"]["end"] == "no_waiver"
    assert letters_of(appeal) == {"appeal_received", "appeal_closed"}


@pytest.mark.parametrize(
    ("line_of_business", "filed_by"),
    [("MA", FiledBy.TREATING_PHYSICIAN), ("KK", FiledBy.NONCONTRACT_PROVIDER)],
)
def test_any_other_provider_asks_for_a_dispute(line_of_business: str, filed_by: FiledBy) -> None:
    with pytest.raises(NotPossible, match="provider's dispute"):
        make_payment_appeal(make_world(line_of_business), filed_by=filed_by)


def test_the_same_claim_is_appealed_once() -> None:
    world = make_world("MA")
    claim = a_claim(world)
    first = make_payment_appeal(world, claim)

    with pytest.raises(AppealedAlready, match=first.number):
        make_payment_appeal(world, claim)
    assert DeniedPayment.objects.count() == 1


@pytest.mark.parametrize("line_of_business", ["MA", "KK"])
def test_a_no_taken_back_is_an_order_to_pay_that_waits_for_its_proof(
    line_of_business: str,
) -> None:
    world = make_world(line_of_business)
    appeal = make_payment_appeal(world)
    reviewer = with_reviewer(world, appeal)

    order_payment(
        appeal.id,
        pay_to=PayTo.PROVIDER,
        why="It was an emergency.",
        by=reviewer,
        at=ANSWERED_AT,
        version=appeal.version,
    )

    appeal.refresh_from_db()
    order = PaymentOrder.objects.get(appeal=appeal)
    assert (appeal.state, order.amount, order.ordered_by) == (
        "overturned",
        Decimal("1240.00"),
        "plan",
    )
    assert WorklistItem.objects.get(case_id=appeal.id, closed_at=None).queue == "appeal_to_pay"
    assert letters_of(appeal) == {"appeal_received", "payment_ordered"}
    if line_of_business == "MA":
        pay = deadline(appeal, "pay_after_appeal")
        assert (pay.rule_id, pay.started_at) == ("MA-RECON-PAY-60D", FILED_AT)
    by, paid_at = supervisor_of(world), ANSWERED_AT + timedelta(days=3)

    record_payment(appeal.id, paid_on=paid_at.date(), proof=PROOF, by=by, at=paid_at)

    order.refresh_from_db()
    assert order.proof is not None
    assert not WorklistItem.objects.filter(case_id=appeal.id, closed_at=None).exists()
    assert (
        not Deadline.objects.filter(case_id=appeal.id, met_at=None, missed_at=None, closed_at=None)
        .exclude(purpose="acknowledge_appeal")
        .exists()
    )
    with pytest.raises(NotPossible, match="No payment is owed"):
        record_payment(appeal.id, paid_on=paid_at.date(), proof=PROOF, by=by, at=paid_at)


def test_a_medicare_no_goes_on_and_the_entitys_order_has_its_own_thirty_days() -> None:
    world = make_world("MA")
    appeal = make_payment_appeal(world)
    reviewer = with_reviewer(world, appeal)
    uphold(appeal.id, stands=stands_by(world), by=reviewer, at=ANSWERED_AT, version=appeal.version)
    sent_by = deadline(appeal, "send_appeal_on")
    assert (sent_by.rule_id, sent_by.due_at) == (
        "MA-RECON-IRE-STD",
        deadline(appeal, "decide_appeal").due_at,
    )
    by, sent_at = supervisor_of(world), ANSWERED_AT + timedelta(days=1)
    told_at = ANSWERED_AT + timedelta(days=40)

    note_case_file_sent(appeal.id, sent_at=sent_at, by=by, at=sent_at)
    with pytest.raises(NotAYes, match=r"1,240\.00"):
        record_entity_answer(
            appeal.id,
            amount=Decimal("2000"),
            pay_to=PayTo.MEMBER,
            notice=PROOF,
            received_at=told_at,
            by=by,
            at=told_at,
        )
    record_entity_answer(
        appeal.id,
        amount=Decimal("1240"),
        pay_to=PayTo.MEMBER,
        notice=PROOF,
        received_at=told_at,
        by=by,
        at=told_at,
    )

    pay = deadline(appeal, "pay_after_appeal")
    assert (pay.rule_id, pay.started_at, pay.is_open) == ("MA-EFF-IRE-PAY", told_at, True)
    told = OrderedLetter.objects.get(case_id=appeal.id, kind="payment_ordered")
    assert told.content["fields"]["payment"]["from_outside"] is True
    assert letters_of(appeal) == {"appeal_received", "appeal_upheld", "payment_ordered"}


def test_a_part_is_ordered_and_the_rest_stands_with_its_rights() -> None:
    world = make_world("MEDI-CAL", language="es")
    appeal = make_payment_appeal(world)
    reviewer = with_reviewer(world, appeal)

    order_part_of_payment(
        appeal.id,
        amount=Decimal("240"),
        pay_to=PayTo.MEMBER,
        stands=stands_by(world),
        by=reviewer,
        at=ANSWERED_AT,
        version=appeal.version,
    )

    appeal.refresh_from_db()
    assert appeal.state == "partly_upheld"
    fields = OrderedLetter.objects.get(case_id=appeal.id, kind="appeal_upheld").content["fields"]
    assert fields["payment"]["amount"] == "$240.00"
    assert {one["kind"] for one in fields["refusal"]["remedies"]} >= {"state_hearing"}
    assert letters_of(appeal) == {"appeal_received", "appeal_upheld"}


def test_who_said_no_and_who_works_under_them_never_answers() -> None:
    world = make_world("MA")
    first, under = another_physician(world), another_physician(world, name="Una Under")
    assert first.id is not None
    assert under.id is not None
    admin = make_account(Role.OFFICE_ADMIN, world.tenant).as_actor()
    set_reporting_line(under.id, reports_to_id=first.id, by=admin, at=FILED_AT)
    appeal = make_payment_appeal(world, a_claim(world, decided_by_id=first.id))

    with pytest.raises(NotQualifiedToAnswer, match="signed the decision"):
        with_reviewer(world, appeal, first)
    with pytest.raises(NotQualifiedToAnswer, match="work under"):
        with_reviewer(world, appeal, under)
    for unfit, refusal in ((first, "took part"), (under, "works under")):
        assert unfit.id is not None
        Appeal.objects.filter(id=appeal.id).update(state="with_reviewer", reviewer_id=unfit.id)
        with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
            AppealAnswer.objects.create(
                tenant_id=appeal.tenant_id,
                appeal=appeal,
                result="overturned",
                signed_by_id=unfit.id,
                signed_by_name=unfit.name,
                answered_at=ANSWERED_AT,
                answered_on=ANSWERED_AT.date(),
            )


def test_the_database_wants_an_order_behind_a_yes_and_a_paper_behind_a_payment() -> None:
    world = make_world("MA")
    appeal = make_payment_appeal(world)
    reviewer = with_reviewer(world, appeal)
    assert reviewer.id is not None
    AppealAnswer.objects.create(
        tenant_id=appeal.tenant_id,
        appeal=appeal,
        result="overturned",
        signed_by_id=reviewer.id,
        signed_by_name=reviewer.name,
        answered_at=ANSWERED_AT,
        answered_on=ANSWERED_AT.date(),
    )

    with pytest.raises(IntegrityError, match="no order to pay"), transaction.atomic():
        Appeal.objects.filter(id=appeal.id).update(state="overturned", closed_at=ANSWERED_AT)
    order = PaymentOrder.objects.create(
        tenant_id=appeal.tenant_id,
        appeal=appeal,
        ordered_by="plan",
        amount=Decimal("10"),
        pay_to="member",
        notice_received_at=ANSWERED_AT,
    )
    with pytest.raises(IntegrityError, match="paid_with_proof"), transaction.atomic():
        PaymentOrder.objects.filter(id=order.id).update(paid_on=date(2026, 12, 1))
    with pytest.raises(IntegrityError, match="not changed"), transaction.atomic():
        PaymentOrder.objects.filter(id=order.id).update(amount=Decimal("9"))


def test_a_no_about_a_claim_stands_only_by_named_criteria() -> None:
    world = make_world("MA")
    appeal = make_payment_appeal(world)
    reviewer = with_reviewer(world, appeal)

    with pytest.raises(NotQualifiedToAnswer, match="Name the criterion"):
        uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)
