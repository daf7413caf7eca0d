"""The clocks of one duty as a case keeps them: only those that have a due time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.clocks import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyClock:
    """One due time of one rule, ready to be stored; instants carry a time zone.

    `purpose` is the word of the case kind for what is owed.
    """

    purpose: str
    rule: Answer
    started_at: datetime
    due_at: datetime
    governs: bool
    extended: bool = False
    working: tuple[str, ...]


def of_duty(
    purpose: str, running: Iterable[Clock], *, extended: bool = False
) -> tuple[DutyClock, ...]:
    """Return the running clocks of a duty, without those of rules that speak in words alone.

    With `extended`, those whose rule allows it were extended.
    """
    return tuple(
        DutyClock(
            purpose=purpose,
            rule=one.rule,
            started_at=one.started_at,
            due_at=one.due.due_at,
            governs=one.governs,
            extended=extended and one.rule.extension is not None,
            working=one.due.working,
        )
        for one in running
        if one.due.due_at is not None
    )


def governing(found: Iterable[DutyClock], purpose: str) -> DutyClock | None:
    """Return the clock that governs this duty, or None when none runs."""
    return next((clock for clock in found if clock.purpose == purpose and clock.governs), None)
