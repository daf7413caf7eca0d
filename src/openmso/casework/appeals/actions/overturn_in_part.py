"""A part of the no is taken back; for the rest the no stands, under the same guard."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from ..answer_letters import order_upheld
from ..domain.deciding import Result, require_qualified
from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..models import Appeal
from ..steps.answering import authorize, close, signed
from ..steps.locking import locked
from ..steps.reviewing import matter_of, reviewer_facts
from ..upholding import Stands, upholding_of


@action
def overturn_in_part(
    appeal_id: UUID,
    *,
    approved: Mapping[int, Decimal],
    stands: Stands,
    by: Actor,
    at: datetime,
    version: int,
) -> Appeal:
    """Authorize `approved` (whole quantity by service line) and let the rest of the no stand.

    Raises NotAYes when it gives nothing or takes something away, NotPossible when it gives all,
    and everything that `uphold` raises.
    """
    appeal = locked(appeal_id, by=by, version=version)
    after(State(appeal.state), Move.OVERTURN_IN_PART)
    require_qualified(
        reviewer_facts(appeal, by, at=at), matter_of(appeal), upholding_of(appeal, stands)
    )
    asked = dict(appeal.of_request().services.values_list("line", "quantity"))
    if all(approved.get(line) == quantity for line, quantity in asked.items()):
        raise NotPossible("This gives everything: take the whole no back instead.")
    answer = signed(appeal, Result.PARTLY_UPHELD, stands, why_changed="", by=by, at=at)
    authorize(appeal, answer, approved, by=by)
    appeal.of_request().refresh_from_db()
    close(appeal, answer, by=by, at=at)
    order_upheld(appeal, answer, by=by, at=at)
    return appeal
