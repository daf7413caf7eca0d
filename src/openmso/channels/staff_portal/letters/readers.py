"""Whom a letter is written for, in the office's word."""

from openmso.office.letters.letter import Reader

_WORDS = {Reader.MEMBER: "member", Reader.PROVIDER: "practice", Reader.HOSPITAL: "hospital"}


def reader_word(reader: str) -> str:
    """Return "member", "practice" or "hospital". Raises ValueError for another reader."""
    return _WORDS[Reader(reader)]
