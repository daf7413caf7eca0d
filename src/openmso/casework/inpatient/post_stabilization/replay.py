"""How a hospital's request stood at an instant."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.timeline.lines import Line, known_by
from openmso.office.timeline.models import Deadline
from openmso.office.timeline.replay import Stood, Value, as_they_started, every_deadline

from .domain.history import LOOKS, Standing, standing_of
from .models import PostStabilization
from .queries import case_for

_FIRST_ROUND = " in round 1"


def as_it_stood(viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime) -> Stood:
    """Tell how a hospital's request stood at `at`. Raises CaseNotFound."""
    case = case_for(viewer, case_id)
    standing, now = standing_of(known_by(lines, at)), standing_of(lines)
    if standing is None or now is None:
        return Stood(number=case.number, state="", looks=LOOKS)
    began = standing.asked_at or case.stabilized_at
    return Stood(
        number=case.number,
        state=str(standing.state),
        told=_told(standing),
        deadlines=as_they_started(
            _of_the_round(case, standing, now), lines=lines, at=at, since=lambda _: now.first_at
        ),
        member_id=case.member_id if standing.line_of_business else None,
        covered_on=office_calendar(case.tenant_id).local(began).date(),
        papers_of=(case.id,),
        looks=LOOKS,
    )


def _of_the_round(case: PostStabilization, standing: Standing, now: Standing) -> list[Deadline]:
    """Return the clocks of an unknown patient until we knew whose they are, then the patient's."""
    rows = every_deadline(case)
    if now.judged_again_at is None or standing.judged_again_at is not None:
        return [row for row in rows if _FIRST_ROUND not in row.purpose]
    first = [copy(row) for row in rows if _FIRST_ROUND in row.purpose]
    for row in first:
        row.purpose = row.purpose.removesuffix(_FIRST_ROUND)
    return first


def _told(standing: Standing) -> Sequence[tuple[str, Value]]:
    known = standing.line_of_business
    found: list[tuple[str, Value | None]] = [
        ("The hospital asked", standing.asked_at or "never"),
        ("Patient", f"identified, {known}" if known else "not identified yet"),
        ("Plan responsible since", standing.responsible_from),
        ("Authorization", standing.authorization),
        ("Responsibility ended", standing.ended_at),
    ]
    return [(label, value) for label, value in found if value]
