"""Medicare Beneficiary Identifier: eleven signs in a fixed pattern, no check digit.

The letters S, L, O, I, B and Z are never used, so that they are not read as digits. The pattern
is the one CMS published for the Medicare card.
"""

import re

from openmso.standards.identifiers.errors import IdentifierNotValid, plain, show_last

LETTER = "[AC-HJKMNP-RT-Y]"
EITHER = "[0-9AC-HJKMNP-RT-Y]"
SHAPE = re.compile(f"[1-9]{LETTER}{EITHER}[0-9]{LETTER}{EITHER}[0-9]{LETTER}{LETTER}[0-9][0-9]")


class MbiNotValid(IdentifierNotValid):
    """Not a Medicare Beneficiary Identifier."""


def parse_mbi(text: str) -> str:
    """Return the eleven signs; raise MbiNotValid when they do not follow the pattern."""
    mbi = plain(text)
    if not SHAPE.fullmatch(mbi):
        raise MbiNotValid(
            "A Medicare number has 11 signs, like 1EG4-TE5-MK73, and never the letters"
            " S, L, O, I, B or Z. Please read it from the card again."
        )
    return mbi


def mask_mbi(mbi: str) -> str:
    """Return the number with only its last four signs."""
    return show_last(mbi, 4)
