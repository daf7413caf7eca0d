"""More time is taken, once, where the rule allows it and on a ground it names."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import governing_one

from ..clock_keeping import clock_facts, keep_clocks
from ..domain.deadlines import DECIDE
from ..domain.extension import NotExtendable, require_extendable
from ..domain.letters_owed import letters_owed
from ..domain.states import Move, State, after
from ..events import Event
from ..letters.occasion import Occasion
from ..letters.ordering import order_letters
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked


@action
def extend(
    request_id: UUID, *, ground: str, why: str, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Extend the time to decide by the rule's own length, added to the original due time.

    Raises NotExtendable: no such rule, another ground, a second time, or the due time has passed.
    """
    by.require(Permission.PRIOR_AUTH_EXTEND)
    request = locked(request_id, by=by)
    after(State(request.state), Move.EXTEND)
    rule = require_extendable(
        clock_facts(request), ground, rulebook(), office_calendar(request.tenant_id)
    )
    original = governing_one(request, DECIDE)
    if original is None or original.due_at < at:
        raise NotExtendable("The time to decide has passed; it cannot be extended any more.")
    request.extended_at, request.extension_ground = at, ground
    keep(request, "extended_at", "extension_ground")
    extended = keep_clocks(request, at=at)
    record(
        request,
        Event.EXTENDED,
        by=by,
        at=at,
        ground=ground,
        why=why,
        rule=rule.id,
        first_due=original.due_at.isoformat(),
        due=extended.due_at.isoformat() if extended else "",
    )
    told = Occasion(
        first_due=original.due_at,
        new_due=extended.due_at if extended else original.due_at,
        rule=rule,
        why=why,
    )
    order_letters(request, letters_owed(Move.EXTEND), by=by, at=at, told=told)
    return request
