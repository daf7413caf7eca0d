"""One-time codes: how long one works, how many there may be, how often one may be mistyped.

A code is sent to the contact that the office knows, never to one that the page was told.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

DIGITS = 6
WORKS_FOR = timedelta(minutes=15)
WRONG_TRIES = 5
IN_A_WHILE = timedelta(minutes=30)
AT_MOST_IN_A_WHILE = 5
VISIT_LASTS = timedelta(hours=12)


def new_code(choose: Callable[[str], str]) -> str:
    """Return e.g. "407193"; `choose` picks one character of a text at random."""
    return "".join(choose("0123456789") for _ in range(DIGITS))


def may_be_sent(ordered: list[datetime], *, at: datetime) -> bool:
    """Tell whether one more code may leave, after those ordered at these instants."""
    return sum(moment > at - IN_A_WHILE for moment in ordered) < AT_MOST_IN_A_WHILE
