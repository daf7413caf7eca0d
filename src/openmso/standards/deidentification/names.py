"""Names that are known, and names that a title gives away.

A whole name is found in any order, in any letters; one word of it only where it begins with a
capital, or "Long" would be found in every long report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openmso.standards.deidentification.findings import Finding, Kind
from openmso.standards.deidentification.plain_text import Word, words_of

_SHORTEST_ALONE = 3
# Words of names of places that stand in every text about care.
_SAY_NOTHING = frozenset(
    (
        *("and", "center", "centre", "clinic", "community", "county", "dba", "de", "del"),
        *("general", "group", "health", "hospital", "inc", "la", "las", "los", "medical"),
        *("memorial", "of", "regional", "saint", "san", "santa", "surgery", "the", "university"),
    )
)
_TITLED = re.compile(
    r"\b(?:Dr|Doctor|Doctora|Dra|Mr|Mrs|Ms|Sr|Sra)\b\.? +(?P<name>[^\W\d_a-z][\w'’.-]*"
    r"(?: +[^\W\d_a-z][\w'’.-]*)?)|"
    r"\b(?P<signed>[^\W\d_a-z][\w'’-]+(?: +[^\W\d_a-z][\w'’.-]*){1,2}),? +"
    r"(?:M\.?D\.?|D\.?O\.?|R\.?N\.?|N\.?P\.?|P\.?A\.?-?C?|Ph\.?D\.?)(?![\w])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Who must not be named; each as it is written in full."""

    patients: Sequence[str] = ()
    doctors: Sequence[str] = ()
    facilities: Sequence[str] = ()


def names_in(text: str, names: Names) -> Iterator[Finding]:
    """Yield every place that names one of `names`, and every name that a title gives away."""
    words = words_of(text)
    for kind, listed in (
        (Kind.PATIENT, names.patients),
        (Kind.DOCTOR, names.doctors),
        (Kind.FACILITY, names.facilities),
    ):
        for name in listed:
            yield from _named(words, [word.form for word in words_of(name)], kind)
    for match in _TITLED.finditer(text):
        group = "name" if match["name"] else "signed"
        kind = Kind.PATIENT if match[0][:1] in "MS" and group == "name" else Kind.DOCTOR
        yield Finding(match.start(group), match.end(group), kind)


def _named(words: list[Word], name: list[str], kind: Kind) -> Iterator[Finding]:
    if not name:
        return
    size, whole = len(name), sorted(name)
    for place, word in enumerate(words):
        stretch = words[place : place + size]
        if word.form in name and sorted(each.form for each in stretch) == whole:
            yield Finding(stretch[0].start, stretch[-1].end, kind)
        elif word.capital and word.form in name and _tells(word.form, kind):
            yield Finding(word.start, word.end, kind)


def _tells(form: str, kind: Kind) -> bool:
    """Tell whether one word of a name is enough to lead to whom it belongs."""
    if kind is Kind.FACILITY and form in _SAY_NOTHING:
        return False
    return len(form) >= _SHORTEST_ALONE
