"""The stricter check for what is published from a case of one's own.

Beside everything `identifying` finds: any date finer than a year, ages over 89 in more words, and
numbers of records and cases, however short, where a word or their shape gives them away. Source:
45 CFR 164.514(b)(2)(i)(C), (H), (J), (R).
"""

import re

from openmso.standards.deidentification.check import identifying
from openmso.standards.deidentification.findings import Finding, Kind, apart
from openmso.standards.deidentification.names import Names
from openmso.standards.deidentification.plain_text import plain_signs

_NOBODY = Names()
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|June?|July?|August|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre)"
)
_DATES = re.compile(
    rf"(?<!\w){_MONTH}\b\.?(?:,? +(?:de +|del +)?(?:[12][0-9]{{3}}|[0-3]?[0-9](?:st|nd|rd|th)?))?"
    rf"|(?<!\w)May +(?:[12][0-9]{{3}}|[0-3]?[0-9](?:st|nd|rd|th)?\b)"
    r"|(?<![\w/.-])(?:0?[1-9]|1[0-2])/(?:[12][0-9]{3}|[0-3]?[0-9])(?![\w/])"
    r"|(?<!\w)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)
_AGES = re.compile(
    r"(?<!\w)(?:age|aged|age of|at the age of|edad de)[: ]+(?:9[0-9]|1[0-2][0-9])(?!\w)"
    r"|(?<!\w)(?:ninety|noventa|nonagenarian|centenarian)[\w-]*",
    re.IGNORECASE,
)
_RECORDS = re.compile(
    r"(?<!\w)(?:MRN|medical record|record|chart|account|acct|member|patient|claim|case|file|"
    r"authorization|reference|subscriber|policy|expediente|caso)"
    r"(?: +(?:ID|number|no|num|nr|número))?\.? *[:#]? *(?=[A-Z-]*[0-9])[A-Z0-9][A-Z0-9-]{2,}(?!\w)",
    re.IGNORECASE,
)
_OURS = re.compile(r"(?<!\w)[A-Z]{2}-[0-9]{6}-[A-Z0-9]{4,}(?!\w)")
_SHAPES = ((Kind.DATE, _DATES), (Kind.AGE, _AGES), (Kind.NUMBER, _RECORDS), (Kind.NUMBER, _OURS))


def strictly_identifying(text: str, names: Names = _NOBODY) -> tuple[Finding, ...]:
    """Return every place of `text` that may lead to a person, none inside another.

    It finds too much rather than too little; an empty answer means that nothing was found, not
    that nothing is there: a person reads what is published.
    """
    plain = plain_signs(text)
    found = [
        Finding(match.start(), match.end(), kind)
        for kind, shape in _SHAPES
        for match in shape.finditer(plain)
    ]
    return apart([*identifying(text, names), *found])
