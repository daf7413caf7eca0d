"""Taxpayer number of a practice: nine digits. It may be a person's own number, so it is masked."""

import re

from openmso.standards.identifiers.errors import IdentifierNotValid, plain, show_last

SHAPE = re.compile(r"(?!000000000)[0-9]{9}")


class TinNotValid(IdentifierNotValid):
    """Not a taxpayer number."""


def parse_tin(text: str) -> str:
    """Return the nine digits; raise TinNotValid when there are not nine."""
    tin = plain(text)
    if not SHAPE.fullmatch(tin):
        raise TinNotValid("A taxpayer number has 9 digits, like 00-0000001.")
    return tin


def mask_tin(tin: str) -> str:
    """Return the number with only its last four digits."""
    return show_last(tin, 4)
