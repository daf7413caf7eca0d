"""Client Index Number of Medi-Cal: a 9, seven more digits and a letter.

The card's longer number (14 signs) starts with it; a check digit and the card's date follow.
"""

import re

from openmso.standards.identifiers.errors import IdentifierNotValid, plain, show_last

SHAPE = re.compile(r"(9[0-9]{7}[A-Z])(?:[0-9]{5})?")


class CinNotValid(IdentifierNotValid):
    """Not a Client Index Number."""


def parse_cin(text: str) -> str:
    """Return the nine signs, also from the card's fourteen; raise CinNotValid otherwise."""
    match = SHAPE.fullmatch(plain(text))
    if match is None:
        raise CinNotValid(
            "A Medi-Cal number starts with 9, then 7 more digits and a letter, like 90000000A."
        )
    return match[1]


def mask_cin(cin: str) -> str:
    """Return the number with only its last three signs."""
    return show_last(cin, 3)
