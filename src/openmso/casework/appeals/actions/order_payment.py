"""A claim was wrongly not paid: the no is taken back and the payment ordered in the same act."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from ..answer_letters import order_payment as order_letter_about_it
from ..answer_letters import order_upheld
from ..domain.claim import PayTo
from ..domain.deciding import Result, require_qualified
from ..domain.filing import NotPossible
from ..domain.payment import require_order
from ..domain.states import Move, State, after
from ..models import Appeal
from ..steps.answering import close, order_to_pay, signed
from ..steps.locking import locked
from ..steps.reviewing import matter_of, reviewer_facts
from ..upholding import Stands, upholding_of


@action
def order_payment(
    appeal_id: UUID, *, pay_to: PayTo, why: str, by: Actor, at: datetime, version: int
) -> Appeal:
    """Take the whole no back and order all of it paid. Raises MoveNotAllowed, ChangedMeanwhile,
    NotQualifiedToAnswer, NotPossible without `why`."""
    appeal = locked(appeal_id, by=by, version=version)
    after(State(appeal.state), Move.OVERTURN)
    claim = appeal.of_payment()
    require_qualified(reviewer_facts(appeal, by, at=at), matter_of(appeal), None)
    if not why.strip():
        raise NotPossible("Say in one sentence what changed the answer.")
    answer = signed(appeal, Result.OVERTURNED, None, why_changed=why.strip(), by=by, at=at)
    order = order_to_pay(appeal, answer, claim.amount, pay_to, by=by, at=at)
    close(appeal, answer, by=by, at=at)
    order_letter_about_it(appeal, order, by=by, at=at)
    return appeal


@action
def order_part_of_payment(
    appeal_id: UUID,
    *,
    amount: Decimal,
    pay_to: PayTo,
    stands: Stands,
    by: Actor,
    at: datetime,
    version: int,
) -> Appeal:
    """Order `amount` paid and let the no stand for the rest, under the guard of a no.

    Raises NotAYes when it pays nothing or too much, NotPossible when it pays all, and everything
    that `uphold` raises.
    """
    appeal = locked(appeal_id, by=by, version=version)
    after(State(appeal.state), Move.OVERTURN_IN_PART)
    claim = appeal.of_payment()
    require_qualified(
        reviewer_facts(appeal, by, at=at), matter_of(appeal), upholding_of(appeal, stands)
    )
    require_order(amount, refused=claim.amount)
    if amount == claim.amount:
        raise NotPossible("This pays everything: take the whole no back instead.")
    answer = signed(appeal, Result.PARTLY_UPHELD, stands, why_changed="", by=by, at=at)
    order = order_to_pay(appeal, answer, amount, pay_to, by=by, at=at)
    close(appeal, answer, by=by, at=at)
    order_upheld(appeal, answer, order=order, by=by, at=at)
    return appeal
