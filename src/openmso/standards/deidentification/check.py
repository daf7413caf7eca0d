"""The check itself: every kind of finding, in the order of the text."""

from openmso.standards.deidentification.dates import dates_in
from openmso.standards.deidentification.findings import Finding, apart
from openmso.standards.deidentification.names import Names, names_in
from openmso.standards.deidentification.numbers import numbers_in
from openmso.standards.deidentification.plain_text import plain_signs

_NOBODY = Names()


def identifying(text: str, names: Names = _NOBODY) -> tuple[Finding, ...]:
    """Return every place of `text` that may tell who somebody is, none inside another.

    Known names come from `names`; the rest is found by shape: titles before a name, full dates,
    ages over 89, telephone numbers, e-mail and street addresses, and numbers of people. It finds
    too much rather than too little. Source: 45 CFR 164.514(b)(2).
    """
    plain = plain_signs(text)
    return apart([*names_in(text, names), *dates_in(plain), *numbers_in(plain)])
