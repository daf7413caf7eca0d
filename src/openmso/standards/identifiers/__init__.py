"""Numbers that name people, practices and payers: read, checked, and masked for the screen.

Each `parse_…` returns the identifier in its plain form (no spaces or dashes, capitals) or raises
its own exception, whose words can stand beside the field.
"""

from openmso.standards.identifiers.cin import CinNotValid, mask_cin, parse_cin
from openmso.standards.identifiers.errors import IdentifierNotValid
from openmso.standards.identifiers.mbi import MbiNotValid, mask_mbi, parse_mbi
from openmso.standards.identifiers.npi import NpiNotValid, mask_npi, parse_npi
from openmso.standards.identifiers.tin import TinNotValid, mask_tin, parse_tin

__all__ = [
    "CinNotValid",
    "IdentifierNotValid",
    "MbiNotValid",
    "NpiNotValid",
    "TinNotValid",
    "mask_cin",
    "mask_mbi",
    "mask_npi",
    "mask_tin",
    "parse_cin",
    "parse_mbi",
    "parse_npi",
    "parse_tin",
]
