"""Care that was to end or to be cut goes on until the appeal is answered: aid paid pending."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from openmso.casework.remedies.router import route
from openmso.casework.remedies.states import State as Way
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record

from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked
from ..ways_on import facts_after_appeal

_KEEP = "keep_service"


@action
def keep_care_going(
    appeal_id: UUID, *, asked_at: datetime, ends_on: date, by: Actor, at: datetime
) -> Appeal:
    """Record that the member asked in time to keep care that was to end on `ends_on`.

    The last day to ask comes from the remedy router. Raises MoveNotAllowed, and NotPossible with
    the sentence where no law allows it, or it came too late.
    """
    by.require(Permission.APPEAL_FILE)
    appeal = locked(appeal_id, by=by)
    after(State(appeal.state), Move.WORK_ON)
    if appeal.about_payment:
        raise NotPossible("This care was given already; there is nothing to keep.")
    if appeal.care_goes_on_at is not None:
        raise NotPossible("The care goes on already.")
    if asked_at > at:
        raise NotPossible("It cannot have reached us later than now.")
    last_day = _last_day(appeal, asked_at=asked_at, ends_on=ends_on)
    appeal.care_goes_on_at, appeal.care_was_to_end_on = asked_at, ends_on
    keep(appeal, "care_goes_on_at", "care_was_to_end_on")
    record(
        appeal,
        Event.CARE_GOES_ON,
        by=by,
        at=at,
        happened_at=asked_at,
        was_to_end=str(ends_on),
        last_day=str(last_day),
    )
    return appeal


def _last_day(appeal: Appeal, *, asked_at: datetime, ends_on: date) -> date:
    office = office_calendar(appeal.tenant_id)
    facts = replace(facts_after_appeal(appeal, None), service_ends=True, ends_on=ends_on)
    asked_on = office.local(asked_at).date()
    routed = route(facts, as_of=asked_on, book=rulebook(), office=office)
    way = routed.named(_KEEP)
    if way is None or way.last_day is None:
        raise NotPossible("No rule lets care go on here while we look again.")
    if way.state is not Way.OPEN or asked_on > way.last_day:
        raise NotPossible(f"It came too late: the last day was {way.last_day:%m/%d/%Y}.")
    return way.last_day
