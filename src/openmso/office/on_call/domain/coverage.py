"""Whether somebody is on duty at every minute of a period, and where nobody is."""

from collections.abc import Iterable
from dataclasses import replace

from .stretch import Absence, Duty, Stretch


def gaps(period: Stretch, duties: Iterable[Duty]) -> tuple[Stretch, ...]:
    """Return every part of `period` in which nobody is on duty, in order; empty when none is."""
    open_parts: list[Stretch] = []
    covered_until = period.starts_at
    for during in sorted(duty.during for duty in duties):
        if during.starts_at > covered_until and covered_until < period.ends_at:
            open_parts.append(Stretch(covered_until, min(during.starts_at, period.ends_at)))
        covered_until = max(covered_until, during.ends_at)
    if covered_until < period.ends_at:
        open_parts.append(Stretch(covered_until, period.ends_at))
    return tuple(open_parts)


def without_absences(duties: Iterable[Duty], absences: Iterable[Absence]) -> tuple[Duty, ...]:
    """Return the duties without the times in which their people are away."""
    away: dict[object, list[Stretch]] = {}
    for absence in absences:
        away.setdefault(absence.person_id, []).append(absence.during)
    return tuple(
        replace(duty, during=part)
        for duty in duties
        for part in _left(duty.during, away.get(duty.person_id, ()))
    )


def _left(during: Stretch, taken: Iterable[Stretch]) -> list[Stretch]:
    parts = [during]
    for away in taken:
        parts = [rest for part in parts for rest in part.without(away)]
    return parts
