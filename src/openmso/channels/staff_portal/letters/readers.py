"""Whom a letter is written for, in the office's word."""

from openmso.office.letters.letter import Reader

_WORDS = {Reader.MEMBER: "member", Reader.PROVIDER: "practice"}


def reader_word(reader: str) -> str:
    """Return "member" or "practice". Raises ValueError for another reader."""
    return _WORDS[Reader(reader)]
