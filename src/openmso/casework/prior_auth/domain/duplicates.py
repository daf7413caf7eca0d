"""Whether another request asks for the same thing: same member, same service, near dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A request we already hold; `until_on` is the first day after its last one."""

    id: UUID
    number: str
    codes: frozenset[str]
    from_on: date
    until_on: date


def likely_duplicate(
    known: Iterable[Known], *, codes: frozenset[str], from_on: date, until_on: date
) -> Known | None:
    """Return the first held request with a shared code and a shared day, or None.

    `until_on` is exclusive.

    A person decides whether to join the two; nothing is joined by itself.
    """
    for other in known:
        if other.codes & codes and other.from_on < until_on and from_on < other.until_on:
            return other
    return None
