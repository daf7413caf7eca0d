"""The readable number of a member's record in this office: "M" and eight signs without look-alikes.

It needs no central counter: it is drawn at random, or made from the id under which a file knows
the person, so that the same file always gives the same number.
"""

import hashlib

_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 8


def number_from(source: str) -> str:
    """Return the record number that belongs to this source id."""
    rest = int.from_bytes(hashlib.sha256(source.encode()).digest()[:8], "big")
    signs = []
    for _ in range(_LENGTH):
        rest, place = divmod(rest, len(_SIGNS))
        signs.append(_SIGNS[place])
    return "M" + "".join(signs)
