"""What every answer has in common: it is signed, the appeal is closed, its clocks are met."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from openmso.casework.prior_auth.actions.carry_out_overturn import carry_out_overturn
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.ruling import RuledBy, Ruling
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import record
from openmso.office.timeline.deadlines import meet

from ..clock_keeping import clock_facts, keep_clocks
from ..domain.claim import PayTo
from ..domain.clock_facts import DECIDE
from ..domain.deadlines import goes_on
from ..domain.deciding import NotQualifiedToAnswer, Result
from ..domain.states import State
from ..events import Event
from ..models import Appeal, AppealAnswer, PaymentOrder
from ..upholding import Stands, edition_of
from .locking import keep
from .queues import to_its_queue

_EVENT = {
    Result.OVERTURNED: Event.OVERTURNED,
    Result.PARTLY_UPHELD: Event.PARTLY_UPHELD,
    Result.UPHELD: Event.UPHELD,
}


def signed(
    appeal: Appeal,
    result: Result,
    stands: Stands | None,
    *,
    why_changed: str,
    by: Actor,
    at: datetime,
) -> AppealAnswer:
    """Store the signed answer. The database checks the guard's conditions once more."""
    if by.id is None:
        raise NotQualifiedToAnswer(("Only a person can answer an appeal; no program can.",))
    medical = stands is not None and stands.ground is Ground.MEDICAL_APPROPRIATENESS
    return AppealAnswer.objects.create(
        tenant_id=appeal.tenant_id,
        appeal=appeal,
        result=result,
        ground=stands.ground if stands else "",
        criteria_edition_id=edition_of(appeal, stands) if stands else None,
        benefit_section_id=stands.benefit_section_id if stands and not medical else None,
        clinical_reason=stands.clinical_reason if stands else "",
        plain_reason=stands.plain_reason if stands else "",
        plain_reason_es=stands.plain_reason_es if stands else "",
        why_changed=why_changed[:300],
        signed_by_id=by.id,
        signed_by_name=by.name,
        answered_at=at,
        answered_on=office_calendar(appeal.tenant_id).local(at).date(),
    )


def authorize(
    appeal: Appeal, answer: AppealAnswer, approved: Mapping[int, Decimal] | None, *, by: Actor
) -> None:
    """Carry the answer out on the request: what was refused is authorized in the same act."""
    ruling = Ruling(
        ruled_by=RuledBy.PLAN,
        ruled_on=answer.answered_on,
        notice_received_at=answer.answered_at,
        reference=appeal.number,
        approved=approved,
        signed_by_id=by.id,
        signed_by_name=by.name,
    )
    carry_out_overturn(appeal.of_request().id, ruling=ruling, by=by, at=answer.answered_at)


def order_to_pay(
    appeal: Appeal, answer: AppealAnswer, amount: Decimal, pay_to: PayTo, *, by: Actor, at: datetime
) -> PaymentOrder:
    """Carry the answer out on the claim: what was not paid is ordered in the same act."""
    order = PaymentOrder.objects.create(
        tenant_id=appeal.tenant_id,
        appeal=appeal,
        ordered_by=RuledBy.PLAN,
        amount=amount,
        pay_to=pay_to,
        notice_received_at=answer.answered_at,
        signed_by_name=by.name,
    )
    record(appeal, Event.PAYMENT_ORDERED, by=by, at=at, order=str(order.id), amount=str(amount))
    return order


def close(appeal: Appeal, answer: AppealAnswer, *, by: Actor, at: datetime) -> None:
    """Put the answer on the appeal. Where the law sends a no on, say that the file is owed."""
    result = Result(answer.result)
    appeal.state, appeal.closed_at = State(result), at
    facts = clock_facts(appeal)
    stays = result is not Result.OVERTURNED
    appeal.sends_on = stays and goes_on(facts, rulebook(), office_calendar(appeal.tenant_id))
    keep(appeal, "state", "closed_at", "sends_on")
    record(appeal, _EVENT[result], by=by, at=at, answer=str(answer.id), ground=answer.ground)
    keep_clocks(appeal, at=at)
    meet(appeal, DECIDE, at=at)
    to_its_queue(appeal, outcome=str(result), at=at)
    if appeal.sends_on:
        record(appeal, Event.GOES_ON, by=by, at=at, because=str(result))
