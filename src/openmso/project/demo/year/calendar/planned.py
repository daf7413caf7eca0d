"""One story as it is planned: who, what and when, before its people and times are chosen."""

from dataclasses import dataclass
from datetime import timedelta

from openmso.casework.prior_auth.domain.request import Channel

from ..story import Plot


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One story to tell. `due_in` is for open ones, `days_ago` for closed ones; `overdue` for one
    whose time has just passed. `own_practice` counts the practices that sign in."""

    plot: Plot
    line: str
    wish: str
    days_ago: int | None = None
    due_in: timedelta | None = None
    overdue: timedelta | None = None
    urgent: bool = False
    member: str = ""
    channel: Channel | None = None
    own_practice: int | None = None
    kept_by_plan: bool = False


def hours(count: float) -> timedelta:
    return timedelta(hours=count)
