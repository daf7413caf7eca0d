"""How a grievance stood at an instant."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.timeline.lines import Line, known_by
from openmso.office.timeline.replay import Stood, Value, as_computed_or_on_record

from .clock_keeping import compute_clocks
from .domain.history import Standing, standing_of
from .domain.types import categories
from .models import Grievance
from .queries import grievance_for


def as_it_stood(viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime) -> Stood:
    """Tell how a grievance stood at `at`. Raises GrievanceNotFound."""
    grievance = grievance_for(viewer, case_id)
    standing = standing_of(known_by(lines, at))
    if standing is None:
        return Stood(number=grievance.number, state="", member_id=grievance.member_id)
    now = standing_of(lines) or standing
    then = _then(grievance, standing)
    put_aside = f" in round {standing.round}" if standing.round < now.round else ""
    deadlines, not_told = as_computed_or_on_record(
        then, lambda: compute_clocks(then), lines=lines, at=at, put_aside=put_aside
    )
    office = office_calendar(grievance.tenant_id)
    return Stood(
        number=grievance.number,
        state=str(standing.state),
        told=_told(standing),
        deadlines=deadlines,
        not_told=not_told,
        member_id=grievance.member_id,
        covered_on=office.local(standing.received_at).date(),
        papers_of=(grievance.id,),
    )


def _then(grievance: Grievance, standing: Standing) -> Grievance:
    """Return a copy of the row with what the clocks depend on as it was; never saved."""
    then = copy(grievance)
    then.state, then.kind = str(standing.state), standing.kind
    then.begun_at, then.extended_at = standing.begun_at, standing.extended_at
    then.late_at, then.closed_at = standing.late_at, standing.closed_at
    return then


def _told(standing: Standing) -> Sequence[tuple[str, Value]]:
    found: list[tuple[str, Value | None]] = [
        ("Reached us", standing.received_at),
        ("Kind", standing.kind),
        ("About", categories()[standing.category].en),
        ("Lies with", standing.handler),
        ("Taken up again", standing.begun_at if standing.round > 1 else None),
        ("More time taken", standing.extended_at),
        ("Nobody had answered by", standing.late_at),
        ("Closed", standing.closed_at),
    ]
    return [(label, value) for label, value in found if value]
