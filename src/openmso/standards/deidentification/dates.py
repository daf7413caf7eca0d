"""Days of somebody's life, and ages over 89.

Every full date is found: nothing in a text tells a date of birth from another one. A year alone,
or a month with its year, may be published here: texts of decisions cite studies by them.
Source: 45 CFR 164.514(b)(2)(i)(C).
"""

import re
from collections.abc import Iterator

from openmso.standards.deidentification.findings import Finding, Kind

_MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:[12][0-9]{3}|'?[0-9]{2})"

_DATES = (
    r"[01]?[0-9]([-/.])[0-3]?[0-9]\1(?:[12][0-9]{3}|[0-9]{2})",
    r"[0-3]?[0-9]([-/.])[01]?[0-9]\2(?:[12][0-9]{3}|[0-9]{2})",
    r"[12][0-9]{3}([-/.])[01]?[0-9]\3[0-3]?[0-9](?:T[0-9:.]+Z?)?",
    rf"(?:{_MONTHS})\.? +{_DAY},? +{_YEAR}",
    rf"{_DAY}[- ]+(?:de +)?(?:{_MONTHS})\.?,?[- ]+(?:de +|del +)?{_YEAR}",
)
_DATE = re.compile(rf"(?<![\w/.-])(?:{'|'.join(_DATES)})(?![\w/])", re.ASCII | re.IGNORECASE)
_AGE = re.compile(
    r"(?<!\w)(?:9[0-9]|1[0-2][0-9])(?=[- ]*(?:years?[- ]+old|year[- ]+old|y/?o\b|años))|"
    r"(?<=\baged )(?:9[0-9]|1[0-2][0-9])(?!\w)",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[Finding]:
    """Yield every full date and every age over 89 in `text` (plain signs)."""
    for match in _DATE.finditer(text):
        yield Finding(match.start(), match.end(), Kind.DATE)
    for match in _AGE.finditer(text):
        yield Finding(match.start(), match.end(), Kind.AGE)
