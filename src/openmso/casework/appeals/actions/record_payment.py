"""An order to pay was carried out, and a paper shows it."""

from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..clock_keeping import keep_clocks, order_to_carry_out
from ..domain.clock_facts import PAY
from ..domain.filing import NotPossible
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue

TITLE = "Proof of payment"


@action
def record_payment(
    appeal_id: UUID, *, paid_on: date, proof: Inspected, by: Actor, at: datetime
) -> Appeal:
    """Keep the day of the payment (office time) and the paper that shows it; the clock is met.

    Only with that paper the appeal leaves its list. Raises AppealNotFound, NotPossible.
    """
    by.require(Permission.APPEAL_PREPARE)
    appeal = locked(appeal_id, by=by)
    order = order_to_carry_out(appeal)
    if order is None:
        raise NotPossible("No payment is owed for this appeal.")
    office = office_calendar(appeal.tenant_id)
    ordered_on = office.local(order.notice_received_at).date()
    if not ordered_on <= paid_on <= office.local(at).date():
        raise NotPossible("It was paid after it was ordered, and not later than today.")
    source = str(Document.Source.OFFICE)
    order.proof = attach(appeal, proof, title=TITLE, source=source, received_at=at, by=by, at=at)
    order.paid_on = paid_on
    order.save(update_fields=["paid_on", "proof"])
    record(appeal, Event.PAYMENT_MADE, by=by, at=at, order=str(order.id), paid_on=str(paid_on))
    meet(appeal, PAY, at=min(office.end_of_day(paid_on), at))
    keep(appeal)
    keep_clocks(appeal, at=at)
    to_its_queue(appeal, outcome="paid", at=at)
    return appeal
