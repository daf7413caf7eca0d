"""The independent entity answered about a claim: our no stands, or we must pay."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.timeline.action import action, record

from ..answer_letters import order_payment as order_letter_about_it
from ..clock_keeping import keep_clocks
from ..domain.claim import PayTo
from ..domain.filing import NotPossible
from ..domain.payment import require_order
from ..events import Event
from ..models import Appeal, PaymentOrder
from ..queries import orders_of
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue

TITLE = "Answer of the independent entity"


@action
def record_entity_answer(
    appeal_id: UUID,
    *,
    amount: Decimal,
    pay_to: PayTo,
    notice: Inspected,
    received_at: datetime,
    by: Actor,
    at: datetime,
) -> Appeal:
    """Keep the entity's answer with its paper; an `amount` above zero is ordered to be paid.

    The time to pay counts from when the notice reached us. Raises AppealNotFound, NotPossible,
    NotAYes for more than is left of the claim.
    """
    by.require(Permission.APPEAL_PREPARE)
    appeal = locked(appeal_id, by=by)
    claim = appeal.of_payment()
    if appeal.case_file_sent_at is None:
        raise NotPossible("The case file of this appeal has not left.")
    if not appeal.case_file_sent_at <= received_at <= at:
        raise NotPossible("It answered after the case file left, and not later than now.")
    before = orders_of(appeal)
    if any(one.ordered_by == RuledBy.INDEPENDENT_ENTITY for one in before):
        raise NotPossible("Its answer is on record already.")
    source = str(Document.Source.MAIL)
    paper = attach(
        appeal, notice, title=TITLE, source=source, received_at=received_at, by=by, at=at
    )
    record(
        appeal,
        Event.ENTITY_ANSWERED,
        by=by,
        at=at,
        happened_at=received_at,
        amount=str(amount),
        document=str(paper.id),
    )
    keep(appeal)
    if amount == 0:
        return appeal
    require_order(amount, refused=claim.amount, ordered=sum((o.amount for o in before), Decimal(0)))
    order = PaymentOrder.objects.create(
        tenant_id=appeal.tenant_id,
        appeal=appeal,
        ordered_by=RuledBy.INDEPENDENT_ENTITY,
        amount=amount,
        pay_to=pay_to,
        notice_received_at=received_at,
        notice=paper,
    )
    record(appeal, Event.PAYMENT_ORDERED, by=by, at=at, order=str(order.id), amount=str(amount))
    keep_clocks(appeal, at=at)
    to_its_queue(appeal, outcome="independent entity answered", at=at)
    order_letter_about_it(appeal, order, by=by, at=at)
    return appeal
