"""The words of an enumeration as the choices of a column."""

from enum import StrEnum


def choices_of(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """Return each value with how people read it."""
    return [(value.value, value.value.replace("_", " ")) for value in enum]
