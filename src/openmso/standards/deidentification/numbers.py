"""Numbers and addresses that lead to a person, by their shapes.

The list is that of 45 CFR 164.514(b)(2)(i), as far as a text of words can hold it. Shapes only: a
wrong check digit is no reason to publish a number. When a number fits several shapes, the first
one here names it.
"""

import re
from collections.abc import Iterator

from openmso.standards.deidentification.findings import Finding, Kind

_ALONE = r"(?<![A-Za-z0-9])"
_ENDS = r"(?![A-Za-z0-9])"
_GAP = r"[-. ]?"
_MBI_LETTER = "[AC-HJKMNP-RT-Y]"
_MBI_EITHER = "[0-9AC-HJKMNP-RT-Y]"
_STREETS = (
    "Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|"
    "Circle|Cir|Parkway|Pkwy|Highway|Hwy|Calle|Avenida|Camino"
)

_SHAPES: tuple[tuple[Kind, str], ...] = (
    (Kind.EMAIL, r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\s@<>()\[\],;:.]{2,}"),
    (Kind.WEB, r"(?:https?://|www\.)[^\s<>()]+"),
    (
        Kind.MBI,
        rf"[1-9]{_MBI_LETTER}{_MBI_EITHER}[0-9]{_GAP}{_MBI_LETTER}{_MBI_EITHER}[0-9]"
        rf"{_GAP}{_MBI_LETTER}{_MBI_LETTER}[0-9][0-9]",
    ),
    (Kind.CIN, r"9[0-9]{7}[A-Z](?:[0-9]{5})?"),
    (Kind.SSN, r"[0-9]{3}([- .])[0-9]{2}\1[0-9]{4}"),
    (Kind.SSN, r"[0-9]{9}"),
    (Kind.NPI, r"[12][0-9]{9}"),
    (
        Kind.PHONE,
        r"(?:\+?1[-. ]?)?(?:\([0-9]{3}\) ?|[0-9]{3}[-. /])[0-9]{3}[-. ][0-9]{4}",
    ),
    (Kind.PHONE, r"\+?[0-9]{10,11}"),
    (Kind.PHONE, r"[0-9]{3}-[0-9]{4}"),
    (
        Kind.ADDRESS,
        r"[0-9]{1,6} +(?:[A-Z0-9][\w'.]* +){1,4}(?:" + _STREETS + r")\b\.?",
    ),
    (Kind.ADDRESS, r"[0-9]{1,6} +(?:Calle|Avenida|Camino)(?: +(?:de|la|el|los|las|[A-Z]\w*)){1,4}"),
    (Kind.ADDRESS, r"P\. ?O\. ?Box +[0-9]+|PO Box +[0-9]+"),
    (Kind.ADDRESS, r"[A-Z]{2} +[0-9]{5}(?:-[0-9]{4})?"),
    (Kind.NUMBER, r"[A-Z]{0,4}[-#]?[0-9]{7,}"),
)
_ANY_LETTERS = {Kind.MBI, Kind.CIN, Kind.WEB}


def _compiled(kind: Kind, shape: str) -> re.Pattern[str]:
    whole = shape if kind is Kind.WEB else f"{_ALONE}(?:{shape}){_ENDS}"
    return re.compile(whole, re.ASCII | (re.IGNORECASE if kind in _ANY_LETTERS else re.NOFLAG))


_PATTERNS = tuple((kind, _compiled(kind, shape)) for kind, shape in _SHAPES)


def numbers_in(text: str) -> Iterator[Finding]:
    """Yield every place of `text` (plain signs) that has the shape of such a number."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Finding(match.start(), match.end(), kind)
