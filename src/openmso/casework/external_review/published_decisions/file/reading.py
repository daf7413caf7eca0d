"""From lines to decisions; what cannot be used is told with its line and the reason."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from openmso.standards.deidentification import Kind as Identifying
from openmso.standards.deidentification import identifying

from ..domain.decision import PublishedDecision
from ..groups import OTHER, Groups, diagnosis_groups, group_in_file, treatment_groups
from .layout import layout
from .opening import Line, Opened, lines_of

_REFERENCE = re.compile(r"[A-Z]{1,4}[0-9]{2}-?[0-9]{1,8}")
_OPEN_TEXT = ("diagnosis", "diagnosis_detail", "treatment", "treatment_detail", "findings")


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was not taken. `line` counts from 1."""

    line: int
    why: str


@dataclass(slots=True)
class ReadFile:
    """What a file holds. `withheld` counts, by what was found, the texts that are not kept;
    `ungrouped` the categories that stand in no group."""

    encoding: str
    digest: str
    decisions: list[PublishedDecision] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    withheld: Counter[Identifying] = field(default_factory=Counter)
    ungrouped: Counter[str] = field(default_factory=Counter)


class NotADecision(ValueError):
    """A line that is no decision; the text says why."""


def read_file(file: Opened, *, this_year: int) -> ReadFile:
    """Read every line once. A reference that stands twice counts the first time.

    `this_year` is the last year a decision can be of, inclusive. Raises FileNotReadable.
    """
    read = ReadFile(encoding=file.encoding, digest=file.digest)
    seen: dict[str, int] = {}
    for line in lines_of(file):
        try:
            decision = _decision(line, read, this_year=this_year)
            first = seen.setdefault(decision.reference, line.number)
            if first != line.number:
                raise NotADecision(f"{decision.reference} stands in line {first} already")
        except NotADecision as fault:
            read.refused.append(Refused(line.number, str(fault)))
        else:
            read.decisions.append(decision)
    return read


def _decision(line: Line, read: ReadFile, *, this_year: int) -> PublishedDecision:
    if line.fault:
        raise NotADecision(line.fault)
    texts = {name: _text(line, name) for name in layout().columns}
    reference = texts["reference"].upper()
    if not _REFERENCE.fullmatch(reference):
        raise NotADecision("the reference is not letters, year and number (as in MN16-1234)")
    kind = layout().kinds.get(texts["kind"].casefold())
    if kind is None:
        raise NotADecision("the type is none that is known")
    outcome = layout().outcomes.get(texts["outcome"].casefold())
    if outcome is None:
        raise NotADecision("the determination is neither upheld nor overturned")
    year = _year(texts["year"], this_year)
    told = {name: _told_by(texts[name]) for name in _OPEN_TEXT}
    withheld = frozenset[Identifying]().union(*told.values())
    read.withheld.update(withheld)
    return PublishedDecision(
        reference=reference,
        year=year,
        kind=kind,
        outcome=outcome,
        diagnosis_group=_group(diagnosis_groups(), texts["diagnosis"], read),
        treatment_group=_group(treatment_groups(), texts["treatment"], read),
        findings_withheld=bool(withheld),
        age_band=texts["age_band"],
        gender=texts["gender"],
        **{name: "" if told[name] else texts[name] for name in _OPEN_TEXT},
    )


@lru_cache(maxsize=4096)  # the same few hundred categories stand in every line
def _told_by(text: str) -> frozenset[Identifying]:
    """Return the kinds of what in a text may lead to a person."""
    return frozenset(one.kind for one in identifying(text))


def _text(line: Line, name: str) -> str:
    """Return a field with single spaces; the reviewer's text keeps its paragraphs."""
    written = line.fields.get(name, "")
    if name == "findings":
        parts = (" ".join(part.split()) for part in written.splitlines())
        text = "\n".join(part for part in parts if part)
    else:
        text = " ".join(written.split())
    text = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    longest = layout().columns[name].longest
    if len(text) > longest:
        raise NotADecision(f"{name.replace('_', ' ')} is longer than {longest} signs")
    return text


def _year(written: str, this_year: int) -> int:
    first = layout().first_year
    if not (written.isascii() and written.isdigit() and first <= int(written) <= this_year):
        raise NotADecision(f"the year is not between {first} and {this_year}")
    return int(written)


def _group(groups: Groups, category: str, read: ReadFile) -> str:
    found = group_in_file(groups, category)
    if found is None:
        read.ungrouped[category] += 1
    return found or OTHER
