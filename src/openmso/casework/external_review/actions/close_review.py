"""A case ends: our no stands, a ruling is carried out and proven, or it is taken back."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..domain.forum import Forum
from ..domain.ruling import FAVOURABLE, Asked, still_owed
from ..domain.states import Move, State, after
from ..events import Event
from ..models import ExternalReview
from ..queries import decisions_of
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


class NotCarriedOut(MoveNotAllowed):
    """A ruling for the member still needs something; `owed` names it."""

    def __init__(self, owed: tuple[str, ...]) -> None:
        super().__init__(f"This cannot be closed without {', '.join(owed)}.")
        self.owed = owed


@action
def close_review(
    review_id: UUID, *, by: Actor, at: datetime, version: int | None = None
) -> ExternalReview:
    """Close the case. A ruling for the member needs its authorization and its proof first.

    Raises NotCarriedOut, MoveNotAllowed, ReviewNotFound, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by, version=version)
    owed = still_owed(
        favourable=any(
            one.asked == Asked.DISPUTE and one.answer in FAVOURABLE for one in decisions_of(case)
        ),
        authorized=bool(case.authorization_number),
        served=case.served_on is not None,
        proof=case.proof_id is not None,
    )
    if owed:
        raise NotCarriedOut(owed)
    case.state = after(State(case.state), Move.CLOSE, forum=Forum(case.forum))
    keep(case, "state")
    record(case, Event.CLOSED, by=by, at=at)
    close_all(case, at=at)
    renew_on_queue(case, outcome="closed", at=at)
    return case


@action
def withdraw_review(
    review_id: UUID, *, why: str, by: Actor, at: datetime, version: int | None = None
) -> ExternalReview:
    """The member takes the application or the hearing back before anybody ruled.

    Raises MoveNotAllowed, ReviewNotFound, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by, version=version)
    case.state = after(State(case.state), Move.WITHDRAW, forum=Forum(case.forum))
    keep(case, "state")
    record(case, Event.WITHDRAWN, by=by, at=at, reason=why)
    close_all(case, at=at)
    renew_on_queue(case, outcome="withdrawn", at=at)
    return case
