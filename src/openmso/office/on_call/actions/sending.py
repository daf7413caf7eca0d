"""What became of one text: it left, it arrived, or why it did not leave."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from .. import events
from ..models import PageSending


@action
def record_sent(sending_id: UUID, *, proof: str, by: Actor, at: datetime) -> PageSending:
    """Keep the proof of sending. The second call for one sending changes nothing."""
    sending = _locked(sending_id, by)
    again = sending.state == PageSending.State.SENT
    if not again:
        sending.state, sending.sent_at = PageSending.State.SENT, at
        sending.proof, sending.problem = proof, ""
        sending.save(update_fields=["state", "sent_at", "proof", "problem"])
    record(
        sending.call.page,
        events.PAGE_SENT,
        by=by,
        at=at,
        happened_at=sending.sent_at,
        way=sending.way,
        who=sending.call.name,
        proof=sending.proof,
        again=again,
    )
    return sending


@action
def record_delivered(
    sending_id: UUID, *, delivered_at: datetime, by: Actor, at: datetime
) -> PageSending:
    """Keep when the text reached the person's device; learned at `at`."""
    sending = _locked(sending_id, by)
    sending.delivered_at = delivered_at
    sending.save(update_fields=["delivered_at"])
    record(
        sending.call.page,
        events.PAGE_DELIVERED,
        by=by,
        at=at,
        happened_at=delivered_at,
        way=sending.way,
        who=sending.call.name,
    )
    return sending


@action
def record_failed(sending_id: UUID, *, problem: str, by: Actor, at: datetime) -> None:
    """Keep why it could not be sent; the job tries again. A sent one stays sent."""
    sending = _locked(sending_id, by)
    if sending.state != PageSending.State.SENT:
        sending.state, sending.problem = PageSending.State.FAILED, problem[:200]
        sending.save(update_fields=["state", "problem"])
    record(
        sending.call.page,
        events.PAGE_FAILED,
        by=by,
        at=at,
        way=sending.way,
        who=sending.call.name,
        why=problem[:200],
    )


def _locked(sending_id: UUID, by: Actor) -> PageSending:
    return (
        PageSending.objects.select_for_update(of=("self",))
        .select_related("call__page")
        .get(tenant_id=by.tenant_id, id=sending_id)
    )
