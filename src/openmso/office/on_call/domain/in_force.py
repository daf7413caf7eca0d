"""Which duties hold where several schedules speak of the same time: those published last."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from .stretch import Duty, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One published schedule of one role with the duties that were not given up."""

    period: Stretch
    published_at: datetime
    duties: tuple[Duty, ...]


def in_force(schedules: Iterable[Published]) -> tuple[Duty, ...]:
    """Return the duties that hold, each cut to the time in which its own schedule does."""
    held: list[Duty] = []
    newer: list[Stretch] = []
    for schedule in sorted(schedules, key=lambda one: one.published_at, reverse=True):
        own = [schedule.period]
        for taken in newer:
            own = [rest for part in own for rest in part.without(taken)]
        held += [
            replace(duty, during=inside)
            for duty in schedule.duties
            for part in own
            if (inside := duty.during.cut_to(part))
        ]
        newer.append(schedule.period)
    return tuple(sorted(held, key=lambda duty: (duty.during, duty.place, duty.person)))
