"""A stay as the moves it is made of, and the parts between them.

A move is what happened to the patient at an instant: a level of care at a hospital began, a leave
began or ended, the patient was discharged. Nothing is counted here; see `bed_days.py`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How much care is given. Observation is care for an outpatient in a hospital bed."""

    OBSERVATION = "observation"
    MEDICAL_SURGICAL = "medical_surgical"
    TELEMETRY = "telemetry"
    STEP_DOWN = "step_down"
    INTENSIVE_CARE = "intensive_care"
    MATERNITY = "maternity"
    BEHAVIORAL = "behavioral"
    REHABILITATION = "rehabilitation"

    @property
    def is_inpatient(self) -> bool:
        return self is not Level.OBSERVATION

    @property
    def words(self) -> str:
        """As people read it: "intensive care"."""
        if self is Level.MEDICAL_SURGICAL:
            return "medical or surgical"
        return self.replace("_", " ")


class MoveKind(StrEnum):
    """ENTER: a level of care begins, on arrival or by a transfer."""

    ENTER = "enter"
    LEAVE = "leave"
    RETURN = "return"
    DISCHARGE = "discharge"


class StayNotPossible(ValueError):
    """These moves cannot follow one another. The sentence is written for the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move. `level` and `place` (the hospital) belong to ENTER alone. `at` carries a zone."""

    at: datetime
    kind: MoveKind
    level: Level | None = None
    place: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stretch of a stay, from `from_at` up to but without `until_at`; None: it goes on."""

    from_at: datetime
    until_at: datetime | None
    level: Level
    place: Any
    on_leave: bool = False

    @property
    def counts(self) -> bool:
        """Whether the patient is in an inpatient bed: neither on leave nor under observation."""
        return self.level.is_inpatient and not self.on_leave


def parts_of(moves: Iterable[Move]) -> tuple[Part, ...]:
    """Return the parts of a stay in order. Raises StayNotPossible as `require_possible`."""
    ordered = sorted(moves, key=lambda move: move.at)
    require_possible(ordered)
    parts: list[Part] = []
    level, place = Level.OBSERVATION, None
    for number, move in enumerate(ordered):
        if move.kind is MoveKind.DISCHARGE:
            break
        if move.kind is MoveKind.ENTER and move.level is not None:
            level, place = move.level, move.place
        following = ordered[number + 1] if number + 1 < len(ordered) else None
        parts.append(
            Part(
                from_at=move.at,
                until_at=following.at if following else None,
                level=level,
                place=place,
                on_leave=move.kind is MoveKind.LEAVE,
            )
        )
    return tuple(parts)


def require_possible(ordered: Sequence[Move]) -> None:
    """Raise StayNotPossible unless these moves, in the order of their time, make a stay."""
    on_leave = over = False
    for number, move in enumerate(ordered):
        if number == 0 and move.kind is not MoveKind.ENTER:
            raise StayNotPossible("A stay begins with the admission; nothing comes before it.")
        if number and move.at == ordered[number - 1].at:
            raise StayNotPossible("Two things cannot have happened to a patient in one minute.")
        if over:
            raise StayNotPossible("The patient was discharged before that.")
        if move.kind is MoveKind.LEAVE and on_leave:
            raise StayNotPossible("The patient was on leave already.")
        if move.kind is MoveKind.RETURN and not on_leave:
            raise StayNotPossible("The patient was not on leave at that time.")
        if move.kind is MoveKind.ENTER and on_leave:
            raise StayNotPossible("Record the return from leave first.")
        on_leave = move.kind is MoveKind.LEAVE
        over = move.kind is MoveKind.DISCHARGE


def part_at(parts: Iterable[Part], at: datetime) -> Part | None:
    """Return the part the patient is in at `at`; None before the stay and after it."""
    return next(
        (
            part
            for part in parts
            if part.from_at <= at and (part.until_at is None or at < part.until_at)
        ),
        None,
    )
