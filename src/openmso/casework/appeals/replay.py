"""How an appeal stood at an instant."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.lines import Line, known_by
from openmso.office.timeline.replay import Stood, as_computed_or_on_record
from openmso.rulebook.duty_clocks import DutyClock

from .clock_keeping import clock_facts
from .domain.deadlines import clocks
from .domain.history import LOOKS, Standing, standing_of
from .domain.states import State
from .models import Appeal
from .queries import appeal_for
from .subject import case_with_papers


def as_it_stood(viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime) -> Stood:
    """Tell how an appeal stood at `at`. Raises AppealNotFound."""
    appeal = appeal_for(viewer, case_id)
    standing = standing_of(known_by(lines, at))
    if standing is None:
        return Stood(number=appeal.number, state="", member_id=appeal.member_id)
    then = _then(appeal, standing)
    deadlines, not_told = as_computed_or_on_record(
        then, lambda: _clocks(then, standing), lines=lines, at=at
    )
    edition = appeal.request.criteria_edition if appeal.request else None
    return Stood(
        number=appeal.number,
        state=str(standing.state),
        told=_told(standing),
        criteria=str(edition) if edition else "",
        deadlines=deadlines,
        not_told=not_told,
        member_id=appeal.member_id,
        covered_on=_care_on(appeal),
        papers_of=case_with_papers(appeal),
        looks=LOOKS,
    )


def _then(appeal: Appeal, standing: Standing) -> Appeal:
    """Return a copy of the row with what the clocks depend on as it was; never saved."""
    then = copy(appeal)
    then.state, then.urgency = str(standing.state), standing.urgency
    then.received_at, then.authority = standing.received_at, standing.authority
    then.authority_shown_at = standing.authority_shown_at
    then.fast_asked_at, then.fast_refused_at = standing.fast_asked_at, standing.fast_refused_at
    then.extended_at, then.silence_at = standing.extended_at, standing.silence_at
    then.closed_at, then.sends_on = standing.closed_at, standing.goes_on
    return then


def _clocks(then: Appeal, standing: Standing) -> tuple[DutyClock, ...]:
    order = standing.to_pay[-1] if standing.to_pay else None
    by = RuledBy.INDEPENDENT_ENTITY if order and order.by_entity else RuledBy.PLAN
    facts = replace(
        clock_facts(then),
        ordered_at=order.ruled_at if order else None,
        ordered_by=by if order else None,
    )
    return clocks(facts, rulebook(), office_calendar(then.tenant_id))


def _care_on(appeal: Appeal) -> date | None:
    if appeal.payment is not None:
        return appeal.payment.served_on
    return appeal.request.service_from_on if appeal.request else None


def _told(standing: Standing) -> Sequence[tuple[str, str | datetime]]:
    fast = "fast" if standing.urgency == "expedited" else "standard"
    found: list[tuple[str, str | datetime | None]] = [
        ("Reached us", standing.received_at),
        ("Handled", fast),
        ("Paper of the representative", _PAPERS[standing.authority]),
        ("Filed", _filed(standing)),
        ("Reviewer", standing.reviewer),
        ("A fast answer refused", standing.fast_refused_at),
        ("More time taken", standing.extended_at),
        ("Nobody had answered by", standing.silence_at),
        ("Closed", standing.closed_at),
        ("Payment ordered, not made yet", _ordered(standing)),
        ("Case file for the independent entity", _case_file(standing)),
    ]
    return [(label, value) for label, value in found if value]


_PAPERS = {"not_needed": "not needed", "shown": "here", "pending": "missing"}


def _filed(standing: Standing) -> str:
    if not standing.late:
        return "in time"
    return "late; the reason was accepted" if standing.late_accepted_at else "late"


def _case_file(standing: Standing) -> str | datetime:
    if not standing.goes_on or standing.state is State.OPEN:
        return ""
    return standing.case_file_sent_at or "owed, not sent yet"


def _ordered(standing: Standing) -> datetime | None:
    return standing.to_pay[-1].ruled_at if standing.to_pay else None
