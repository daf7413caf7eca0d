"""What a care case waits for next. An open case always waits for something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Waits(StrEnum):
    STATUS = "status"
    TASK = "task"
    PLANNING = "planning"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNext:
    """The day by whose end it is due, and what it is. `PLANNING`: nobody said what comes next."""

    on: date
    waits_for: Waits


def due_next(*, tasks: Iterable[date], status_on: date | None, today: date) -> DueNext:
    """Return what is due first. `tasks` are the days of open tasks; `status_on` is the next day to
    tell of a case that is watched daily, None for any other."""
    found = [DueNext(on=day, waits_for=Waits.TASK) for day in tasks]
    if status_on is not None:
        found.append(DueNext(on=status_on, waits_for=Waits.STATUS))
    if not found:
        return DueNext(on=today, waits_for=Waits.PLANNING)
    return min(found, key=lambda due: due.on)
