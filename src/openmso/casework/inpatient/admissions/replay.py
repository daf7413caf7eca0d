"""How a stay stood at an instant."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed
from openmso.office.timeline.lines import Line, known_by, known_since
from openmso.office.timeline.models import Deadline
from openmso.office.timeline.replay import (
    Stood,
    Value,
    as_computed_then,
    as_they_started,
    every_deadline,
)
from openmso.rulebook.duty_clocks import DutyClock, of_duty

from .domain.history import LOOKS, Standing, standing_of
from .domain.notification import NOTIFY, notification_clocks
from .events import Event
from .models import Admission
from .queries import stay_for

_PLANNED_ANEW = (
    "The discharge was planned anew afterwards; the due times of notices under the earlier plan "
    "were not kept."
)
_CRITERIA = "Which criteria were used stands with each signed answer about days, on the stay."


def as_it_stood(viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime) -> Stood:
    """Tell how a stay stood at `at`. Raises StayNotFound."""
    stay = stay_for(viewer, case_id)
    known = known_by(lines, at)
    standing = standing_of(known)
    if standing is None:
        return Stood(number=stay.number, state="", looks=LOOKS)
    planned_anew = _plans(known) and len(_plans(known)) < len(_plans(lines))
    identified = bool(standing.line_of_business)
    return Stood(
        number=stay.number,
        state=str(standing.state),
        told=_told(standing),
        deadlines=_deadlines(stay, standing, lines, at),
        not_told=(*((_PLANNED_ANEW,) if planned_anew else ()), _CRITERIA),
        member_id=stay.member_id if identified else None,
        covered_on=office_calendar(stay.tenant_id).local(stay.admitted_at).date(),
        papers_of=(stay.id,),
        looks=LOOKS,
    )


def _deadlines(
    stay: Admission,
    standing: Standing,
    lines: Sequence[Line],
    at: datetime,
) -> list[Deadline]:
    rows = every_deadline(stay)
    to_notify = [row for row in rows if row.purpose == NOTIFY]
    others = [row for row in rows if row.purpose != NOTIFY]
    found = computed(_to_notify(stay, standing), edition=rulebook().edition)
    told = as_computed_then(found, to_notify, case=stay, lines=lines, at=at)

    def since(row: Deadline) -> datetime:
        return _known_since(row, stay, lines)

    return [*told, *as_they_started(others, lines=lines, at=at, since=since)]


def _to_notify(stay: Admission, standing: Standing) -> Iterator[DutyClock]:
    """Yield the clocks of telling us: before the patient was known, and with their own line."""
    book, office = rulebook(), office_calendar(stay.tenant_id)
    found: dict[str, DutyClock] = {}
    for line_of_business in dict.fromkeys(("", standing.line_of_business)):
        clocks = notification_clocks(stay.admitted_at, line_of_business, book, office)
        found |= {clock.rule.id: clock for clock in of_duty(NOTIFY, clocks)}
    yield from found.values()


def _known_since(row: Deadline, stay: Admission, lines: Sequence[Line]) -> datetime:
    """Return since when a notice was owed: since its plan, or since we knew whose stay it is."""
    plans = [line.recorded_at for line in _plans(lines) if _planned(line) == row.started_at]
    if plans:
        return max(plans)
    if row.started_at == stay.admitted_at:
        identified = [line.recorded_at for line in lines if line.name == Event.IDENTIFIED]
        return min(identified, default=stay.recorded_at)
    return known_since(row.started_at, lines)


def _plans(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.name == Event.DISCHARGE_PLANNED]


def _planned(line: Line) -> datetime:
    return datetime.fromisoformat(line.details["planned"])


def _told(standing: Standing) -> Sequence[tuple[str, Value]]:
    desk = "a physician" if standing.with_physician else "a nurse"
    found: list[tuple[str, Value | None]] = [
        ("We were told", standing.notified_at),
        ("Patient", "identified" if standing.line_of_business else "not identified yet"),
        ("Line of business", standing.line_of_business),
        ("Days approved through", standing.approved_through or "none yet"),
        ("Looked at by", desk),
        ("Discharge planned for", standing.planned_at),
        ("Discharged", standing.discharged_at),
    ]
    return [(label, value) for label, value in found if value]
