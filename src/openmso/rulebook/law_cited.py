"""Citations as data: jurisdiction, title and section, and where the text itself can be read.

Which laws there are stands in laws.csv, one a row; `{n}` is the number of a title. A citation that
names no law of the list (a contract, a plan's manual) has none. `checked_on` in the list is the day
on which somebody last looked at the form of the address; nothing here was read there.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from openmso.rulebook.answers import Answer

LAWS = Path(__file__).with_name("laws.csv")
_SECTION = r"\d+[a-z]{0,3}(?:[.-]\d+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One code of laws or regulations. `code` is how citations call it."""

    jurisdiction: str
    jurisdiction_es: str
    code: str
    name: str
    address: str
    part_address: str
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One section. `title` is the key of its set of rules: "28 CCR"; `address` where to read it."""

    jurisdiction: str
    jurisdiction_es: str
    title: str
    name: str
    section: str
    address: str

    @property
    def label(self) -> str:
        """The citation without its subdivisions: "28 CCR 1300.74.30"."""
        return f"{self.title} {self.section}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """All rules that stand in one title of one jurisdiction."""

    jurisdiction: str
    jurisdiction_es: str
    title: str
    name: str
    rules: tuple[Answer, ...]


def laws_cited(citation: str) -> tuple[Cited, ...]:
    """Return every section that a citation names, each once, in its order.

    A number after a semicolon or comma goes on in the law before it: "HSC 1374.30; 1368.03".
    """
    found: dict[str, Cited] = {}
    law, title = None, ""
    for match in _pattern().finditer(citation):
        if match["code"]:
            law, title = _laws()[match["code"]], " ".join(filter(None, (match["n"], match["code"])))
        section = match["section"] or match["more"]
        if law is not None:
            cited = _cited(law, title, section, match["n"] or title.split(" ")[0])
            found.setdefault(cited.label, cited)
    return tuple(found.values())


def rule_sets(rules: Iterable[Answer]) -> tuple[RuleSet, ...]:
    """Return the rules by jurisdiction and title, in that order; a rule may stand in several."""
    sets: dict[tuple[str, str], tuple[Cited, list[Answer]]] = {}
    for rule in rules:
        for cited in laws_cited(rule.citation):
            held = sets.setdefault((cited.jurisdiction, cited.title), (cited, []))[1]
            if rule not in held:
                held.append(rule)
    return tuple(
        RuleSet(
            jurisdiction=cited.jurisdiction,
            jurisdiction_es=cited.jurisdiction_es,
            title=cited.title,
            name=cited.name,
            rules=tuple(held),
        )
        for _key, (cited, held) in sorted(sets.items())
    )


def _cited(law: Law, title: str, section: str, n: str) -> Cited:
    chapter, _, number = section.partition("-")
    number, _, rest = number.partition(".")
    whole_part = law.part_address and "." not in section
    places = {
        "n": chapter if "{padded}" in law.address else n,
        "section": section,
        "padded": f"{number:0>5}" + (f"-{rest}" if rest else ""),
    }
    return Cited(
        jurisdiction=law.jurisdiction,
        jurisdiction_es=law.jurisdiction_es,
        title=title,
        name=law.name.format(n=n),
        section=section,
        address=(law.part_address if whole_part else law.address).format(**places),
    )


@cache
def _pattern() -> re.Pattern[str]:
    codes = "|".join(re.escape(code) for code in _laws())
    named = rf"(?:(?P<n>\d{{1,2}}) )?\b(?P<code>{codes}) (?:Part )?(?P<section>{_SECTION})"
    return re.compile(rf"{named}|[;,] (?P<more>{_SECTION})(?! [A-Z])(?![\w.])")


@cache
def _laws() -> Mapping[str, Law]:
    return {law.code: law for law in _read()}


def _read() -> Iterator[Law]:
    with LAWS.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            day = date.fromisoformat(row.pop("checked_on"))
            yield Law(**row, checked_on=day)
