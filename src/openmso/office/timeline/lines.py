"""The lines of a history as pure code reads them: what was known by an instant, and since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What happened and when, when we learned of it, who did it, and what was noted with it."""

    name: str
    happened_at: datetime
    recorded_at: datetime
    who: str = ""
    details: Mapping[str, Any]


def known_by(lines: Iterable[Line], at: datetime) -> tuple[Line, ...]:
    """Return the lines that were recorded by `at`, inclusive, in the order given."""
    return tuple(line for line in lines if line.recorded_at <= at)


def learned_at(moment: datetime, lines: Iterable[Line]) -> datetime:
    """Return when we learned of what happened at `moment`.

    That is the first line which is dated to it; without one, `moment` itself.
    """
    return min((line.recorded_at for line in lines if line.happened_at == moment), default=moment)


def known_since(started_at: datetime, lines: Sequence[Line]) -> datetime:
    """Return since when we knew of a time that began at `started_at`.

    The first line dated to it started it; without one, the first line recorded after it; without
    that either, `started_at`.
    """
    dated = [line.recorded_at for line in lines if line.happened_at == started_at]
    later = [line.recorded_at for line in lines if line.recorded_at >= started_at]
    return min(dated or later, default=started_at)
