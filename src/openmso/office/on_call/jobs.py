"""What runs by itself: texts that leave, news of their arrival, and pages that nobody answered.

Every job may be killed at any line and run again: a text has one key, a step of a page happens
once, and the sweep finds whatever is still due.
"""

from datetime import timedelta
from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue, every, job
from openmso.office.tenants.models import Tenant

from .actions.escalate import NothingDue, escalate
from .actions.sending import record_delivered, record_failed, record_sent
from .due import pages_due, undelivered
from .interfaces import MessengerFailed, wiring
from .models import PageSending
from .steps.calling import SEND

SWITCHBOARD = "Switchboard"
AT_ONCE = 200
ASK_AFTER_DELIVERY_FOR = timedelta(hours=12)


@every("* * * * * */15", name="on_call.look_for_unanswered")
def look_for_unanswered() -> None:
    """Find pages whose time to answer has passed and order one job for each."""
    at = clock.now()
    for tenant in Tenant.objects.order_by("key"):
        for page_id in pages_due(tenant.id, at=at, limit=AT_ONCE):
            enqueue(call_the_next, lock=str(page_id), tenant_id=tenant.id, page_id=page_id)


@job("on_call.call_the_next")
def call_the_next(tenant_id: str, page_id: str) -> None:
    """Call the next in line for one page; nothing when it was answered in the meantime."""
    by = Actor.system(SWITCHBOARD, UUID(tenant_id))
    try:
        escalate(UUID(page_id), by=by, at=clock.now())
    except NothingDue:
        return


@job(SEND)
def send(tenant_id: str, sending_id: str) -> None:
    """Hand one text to its messenger.

    Raises MessengerFailed after writing it down, so that the queue tries again and at last lays
    the job on the shelf a person reads. The time to answer runs on meanwhile.
    """
    sending = PageSending.objects.get(tenant_id=tenant_id, id=sending_id)
    if sending.state == PageSending.State.SENT:
        return
    by = Actor.system(SWITCHBOARD, sending.tenant_id)
    at = clock.now()
    try:
        proof = wiring.messenger(sending.way).send(
            key=str(sending.id), to=sending.address, text=sending.text, at=at
        )
    except MessengerFailed as problem:
        record_failed(sending.id, problem=str(problem), by=by, at=at)
        raise
    record_sent(sending.id, proof=proof, by=by, at=at)


@every("* * * * * */15", name="on_call.ask_after_delivery")
def ask_after_delivery() -> None:
    """Ask the messengers which texts have reached their people, and write it down."""
    at = clock.now()
    for tenant in Tenant.objects.order_by("key"):
        for sending in undelivered(tenant.id, since=at - ASK_AFTER_DELIVERY_FOR, limit=AT_ONCE):
            arrived = wiring.messenger(sending.way).delivered_at(str(sending.id))
            if arrived is not None:
                by = Actor.system(SWITCHBOARD, tenant.id)
                record_delivered(sending.id, delivered_at=arrived, by=by, at=at)
