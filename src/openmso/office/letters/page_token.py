"""The short word on a paper letter that leads to its page: chance, and nothing else.

It names no person and cannot be guessed or counted up; the page still asks who is reading.
Letters that are mistaken for digits are left out, because people type it from paper.
"""

from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
GROUP = 4


def new_token(choose: Callable[[str], str]) -> str:
    """Return a new token; `choose` draws one letter, as `secrets.choice` does."""
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def in_groups(token: str) -> str:
    """Return the token as it is printed: "K7QF-2MRT-9XWD"."""
    return "-".join(token[at : at + GROUP] for at in range(0, len(token), GROUP))


def typed(text: str) -> str:
    """Return the token that somebody typed, with or without hyphens and capitals."""
    return text.replace("-", "").strip().upper()[:LENGTH]
