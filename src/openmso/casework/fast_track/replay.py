"""How a case about care that ends stood at an instant."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.lines import Line, known_by, known_since
from openmso.office.timeline.models import Deadline
from openmso.office.timeline.replay import Stood, Value, as_they_started, every_deadline

from .domain.clocks import ASK_QIO, GIVE_NOTICE
from .domain.history import Standing, standing_of
from .queries import case_for

_COUNTED_BACK = frozenset({GIVE_NOTICE, ASK_QIO})
"""These times start with the end itself, which lies ahead: they run from its announcement on."""

_REASONS = "The words of the detailed reasons stand in the letter, not in the history."


def as_it_stood(viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime) -> Stood:
    """Tell how a case stood at `at`. Raises CaseNotFound."""
    case = case_for(viewer, case_id)
    standing = standing_of(known_by(lines, at))
    if standing is None:
        return Stood(number=case.number, state="", member_id=case.member_id)

    def since(row: Deadline) -> datetime:
        if row.purpose in _COUNTED_BACK:
            return lines[0].recorded_at
        return known_since(row.started_at, lines)

    return Stood(
        number=case.number,
        state=str(standing.state),
        told=_told(standing),
        deadlines=as_they_started(every_deadline(case), lines=lines, at=at, since=since),
        not_told=(_REASONS,),
        member_id=case.member_id,
        covered_on=case.ends_on,
        papers_of=(case.id,),
    )


def _told(standing: Standing) -> Sequence[tuple[str, Value]]:
    until = standing.covered_until
    found: list[tuple[str, Value | None]] = [
        ("Care", standing.care),
        ("Given by", standing.provider),
        ("Ends on", date.fromisoformat(standing.ends_on)),
        ("Notice given", standing.notice_given_at),
        ("Request", standing.asked_means),
        ("Reasons given", standing.reasons_given_at),
        ("Records sent", standing.records_sent_at),
        ("Our papers", "late" if standing.papers_late else ""),
        ("The QIO's decision", standing.answer),
        ("Plan pays until", datetime.fromisoformat(until) if until else None),
    ]
    return [(label, value) for label, value in found if value]
