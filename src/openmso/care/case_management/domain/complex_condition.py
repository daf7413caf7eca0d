"""A complex or serious condition, and what the flag unlocks while it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Right(StrEnum):
    """What a member with the flag has beyond everybody else."""

    TREATMENT_PLAN = "treatment_plan"
    STANDING_ACCESS = "standing_access"
    DAILY_STATUS = "daily_status"


class NotUnlocked(ValueError):
    """The right belongs to the flag, and the flag does not stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """The flag stands from `from_on` up to but without `until_on` (None: open)."""

    from_on: date
    until_on: date | None = None

    def stands(self, on: date) -> bool:
        return self.from_on <= on and (self.until_on is None or on < self.until_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """A specialist a member may see as often as needed; `until_on` is the first day without it."""

    specialist: str
    from_on: date
    until_on: date


def rights(flag: Flag | None, *, on: date) -> frozenset[Right]:
    """Return what the member has on a day; nothing without the flag."""
    return frozenset(Right) if flag is not None and flag.stands(on) else frozenset()


def require_right(right: Right, flag: Flag | None, *, on: date) -> None:
    """Raise NotUnlocked unless the flag stands on the day."""
    if right not in rights(flag, on=on):
        raise NotUnlocked(
            "This belongs to members with a complex or serious condition. Set the flag first."
        )


def may_see_without_asking(access: Access, flag: Flag | None, *, on: date) -> bool:
    """Tell whether a visit on `on` needs no approval of its own.

    True while the flag stands and the term of the treatment plan runs; how many visits there were
    plays no part.
    """
    return Right.STANDING_ACCESS in rights(flag, on=on) and access.from_on <= on < access.until_on
