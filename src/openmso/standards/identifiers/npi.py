"""National Provider Identifier: ten digits, the last one a check digit.

The check is Luhn's over 80840 (health, United States) and the ten digits; 45 CFR 162.406.
"""

import re

from stdnum import luhn

from openmso.standards.identifiers.errors import IdentifierNotValid, plain, show_last

ISSUER = "80840"
SHAPE = re.compile(r"[12][0-9]{9}")


class NpiNotValid(IdentifierNotValid):
    """Not a National Provider Identifier."""


def parse_npi(text: str) -> str:
    """Return the ten digits; raise NpiNotValid when shape or check digit is wrong."""
    npi = plain(text)
    if not SHAPE.fullmatch(npi):
        raise NpiNotValid("An NPI has 10 digits and starts with 1 or 2. Please check the number.")
    if not luhn.is_valid(ISSUER + npi):
        raise NpiNotValid(
            "This is not an NPI: its last digit does not fit the others."
            " One digit may be wrong or two may be swapped."
        )
    return npi


def mask_npi(npi: str) -> str:
    """Return the number with only its last four digits."""
    return show_last(npi, 4)
