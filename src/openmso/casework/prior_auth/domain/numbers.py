"""Numbers people can read out: the day and six characters that cannot be confused."""

from collections.abc import Callable
from datetime import date

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6


def readable_number(prefix: str, on: date, choose: Callable[[str], str]) -> str:
    """Return e.g. "PA-261122-7KQ4MX"; `choose` picks one character of a text at random."""
    tail = "".join(choose(ALPHABET) for _ in range(LENGTH))
    return f"{prefix}-{on:%y%m%d}-{tail}"
