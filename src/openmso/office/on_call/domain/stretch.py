"""A stretch of time, and who is on duty in it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From `starts_at`, inclusive, to `ends_at`, exclusive. Both are kept in UTC.

    Raises ValueError for instants without a time zone, and for an end that is not after the start.
    """

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        for name in ("starts_at", "ends_at"):
            instant = getattr(self, name)
            if instant.tzinfo is None:
                raise ValueError(f"{name} carries no time zone: {instant}")
            # In one and the same zone Python compares clock faces, and an hour comes twice a year.
            object.__setattr__(self, name, instant.astimezone(UTC))
        if self.ends_at <= self.starts_at:
            raise ValueError(f"ends at {self.ends_at}, which is not after {self.starts_at}")

    def holds(self, at: datetime) -> bool:
        return self.starts_at <= at < self.ends_at

    def cut_to(self, other: "Stretch") -> "Stretch | None":
        """Return the part that lies inside `other`, None when there is none."""
        starts_at = max(self.starts_at, other.starts_at)
        ends_at = min(self.ends_at, other.ends_at)
        return Stretch(starts_at, ends_at) if starts_at < ends_at else None

    def without(self, other: "Stretch") -> tuple["Stretch", ...]:
        """Return what is left when `other` is taken out: no, one or two stretches."""
        taken = self.cut_to(other)
        if taken is None:
            return (self,)
        sides = ((self.starts_at, taken.starts_at), (taken.ends_at, self.ends_at))
        return tuple(Stretch(begin, end) for begin, end in sides if begin < end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One person's turn. `place` 1 is called first, 2 when the first does not answer."""

    person_id: UUID
    person: str
    during: Stretch
    place: int = 1
    shift_id: UUID | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A time in which a person is away and is on no duty."""

    person_id: UUID
    person: str
    during: Stretch
