"""Numbers of wishes that people can read out."""

from collections.abc import Callable
from datetime import date

_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 6


def wish_number(on: date, choose: Callable[[str], str]) -> str:
    """Return e.g. "PC-261123-7KQ4MX"; `choose` picks one sign at random."""
    return f"PC-{on:%y%m%d}-{''.join(choose(_SIGNS) for _ in range(_LENGTH))}"
