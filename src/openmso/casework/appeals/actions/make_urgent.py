"""An appeal is handled fast from now on: on a physician's word, which settles it, or our own."""

from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks
from ..domain.filing import NotPossible
from ..domain.speed import FastBy, why_never_fast
from ..domain.states import Move, State, after
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked


@action
def make_urgent(
    appeal_id: UUID,
    *,
    why: str,
    physician: bool,
    asked_at: datetime | None = None,
    by: Actor,
    at: datetime,
) -> Appeal:
    """Put the appeal on the fast track for `why`.

    The fast time counts from `asked_at`, when the wish reached us (left out: `at`); the usual one
    goes on from the first receipt. A wish that was refused before is no hindrance. Raises
    MoveNotAllowed, NotPossible with the sentence.
    """
    by.require(Permission.APPEAL_FILE)
    appeal = locked(appeal_id, by=by)
    after(State(appeal.state), Move.WORK_ON)
    if never := why_never_fast(about_payment=appeal.about_payment):
        raise NotPossible(never)
    if appeal.urgency == Urgency.EXPEDITED and (
        not physician or appeal.fast_by == FastBy.PHYSICIAN
    ):
        raise NotPossible("This appeal is handled fast already.")
    if not why.strip():
        raise NotPossible("Say who says that waiting could do serious harm, and why.")
    asked_at = asked_at or at
    if not appeal.received_at <= asked_at <= at:
        raise NotPossible("The wish came after the appeal, and not later than now.")
    if appeal.urgency != Urgency.EXPEDITED:
        appeal.fast_asked_at = asked_at
    appeal.urgency, appeal.urgency_why = Urgency.EXPEDITED, why.strip()
    appeal.fast_by = FastBy.PHYSICIAN if physician else FastBy.ASKED
    keep(appeal, "urgency", "urgency_why", "fast_by", "fast_asked_at")
    on_whose_word = "physician" if physician else "our own"
    record(
        appeal,
        Event.MADE_URGENT,
        by=by,
        at=at,
        happened_at=asked_at,
        why=why.strip(),
        word=on_whose_word,
    )
    keep_clocks(appeal, at=at)
    return appeal
