"""The answers that a request can get the moment it arrives. None of them says no to care."""

import secrets
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import record
from openmso.office.timeline.deadlines import close_all, meet

from ..domain.deadlines import DECIDE
from ..domain.letters_owed import letters_owed
from ..domain.numbers import readable_number
from ..domain.states import Move, State, after
from ..domain.triage import Triage
from ..events import Event
from ..letters.occasion import Occasion
from ..letters.ordering import order_letters
from ..models import AuthorizationRequest, Decision
from ..standing import Standing
from .deciding import approve_now

_EVENTS = {
    Move.FIND_NOT_NEEDED: Event.NOT_NEEDED,
    Move.FIND_EXEMPT: Event.EXEMPT,
    Move.FIND_NOT_ELIGIBLE: Event.NOT_COVERED_ON_DATE,
    Move.FORWARD: Event.FORWARDED,
}
_WITH_RECEIPT = frozenset({Move.FIND_NOT_NEEDED, Move.FIND_EXEMPT})


def give_first_answer(
    request: AuthorizationRequest, first: Triage, standing: Standing, *, by: Actor, at: datetime
) -> bool:
    """Carry out the first step; return whether the request is answered with it.

    False means that it goes on a queue: to a nurse after START_REVIEW, to intake without a move.
    """
    if first.move is None:
        return False
    if first.move is Move.START_REVIEW:
        record(request, Event.REVIEW_STARTED, by=by, at=at, why=first.why)
        return False
    if first.move is Move.APPROVE:
        approve_now(
            request,
            outcome=Decision.Outcome.APPROVED,
            basis=f"Approved by rule: {first.why}",
            signed_by=None,
            by=by,
            at=at,
        )
        return True
    request.state = after(State(request.state), first.move)
    request.needs_authorization = first.move not in _WITH_RECEIPT
    if first.move in _WITH_RECEIPT:
        day = at.date()
        request.authorization_number = readable_number("NN", day, secrets.choice)
    request.save(update_fields=["state", "needs_authorization", "authorization_number"])
    source = standing.forwarding_source if first.move is Move.FORWARD else standing.list_source
    record(
        request,
        _EVENTS[first.move],
        by=by,
        at=at,
        why=first.why,
        receipt=request.authorization_number,
        source=source,
    )
    meet(request, DECIDE, at=at)
    close_all(request, at=at)
    told = Occasion(why=source)
    order_letters(request, letters_owed(first.move), by=by, at=at, told=told)
    return True
