"""How far a stay had come, told by its history alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from openmso.office.timeline.lines import Line

from ..events import Event
from .states import AFTER, Act, State
from .stay import MoveKind

LOOKS: frozenset[str] = frozenset({Event.PAPER_OPENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A stay at an instant. `approved_through` is the last approved day as it was written;
    `planned_at` when the patient was to leave."""

    notified_at: datetime
    state: State = State.IN_HOUSE
    line_of_business: str = ""
    with_physician: bool = False
    approved_through: str = ""
    planned_at: datetime | None = None
    discharged_at: datetime | None = None


def standing_of(lines: Iterable[Line]) -> Standing | None:
    """Read a history in the order it was recorded; None when it does not begin with the notice."""
    standing: Standing | None = None
    for line in lines:
        if standing is not None:
            standing = _after(standing, line)
        elif line.name == Event.NOTIFIED:
            standing = Standing(notified_at=line.happened_at)
    return standing


def _after(standing: Standing, line: Line) -> Standing:
    if line.name == Event.IDENTIFIED:
        return replace(standing, line_of_business=str(line.details["line_of_business"]))
    if line.name == Event.NOT_OURS:
        return _moved(standing, Act.FIND_NOT_OURS)
    if line.name == Event.DISCHARGED:
        return replace(_moved(standing, Act.DISCHARGE), discharged_at=line.happened_at)
    if line.name == Event.STRUCK and line.details.get("kind") == MoveKind.DISCHARGE:
        return replace(_moved(standing, Act.CORRECT_DISCHARGE), discharged_at=None)
    if line.name == Event.TO_PHYSICIAN:
        return replace(standing, with_physician=True)
    if line.name == Event.DAYS_APPROVED:
        last_day = str(line.details["last_day"])
        return replace(standing, with_physician=False, approved_through=last_day)
    if line.name == Event.DAYS_REFUSED:
        return replace(standing, with_physician=False)
    if line.name == Event.DISCHARGE_PLANNED:
        return replace(standing, planned_at=datetime.fromisoformat(line.details["planned"]))
    return standing


def _moved(standing: Standing, act: Act) -> Standing:
    return replace(standing, state=AFTER.get((standing.state, act), standing.state))
