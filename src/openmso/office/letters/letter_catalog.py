"""The catalog: every letter, what obliges us to send it, and what it must contain, as data.

One file a letter stands in catalog/. What differs by line of business differs there, never in a
builder: a builder writes the remedies and facts it is given, and the catalog says what may not
be missing.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .letter import Kind, Reader

FOLDER = Path(__file__).with_name("catalog")
OFFICIAL = FOLDER / "official_wording.yaml"
UNCOVERED = "NO-COVERAGE"
"""Stands for the line of business in letters about a person whom no plan of ours covers."""


class NotInCatalog(LookupError):
    """No letter of this kind exists for this line of business."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialSlot:
    """A form or statement only its authority may word; `title` by language."""

    slot: str
    authority: str
    citation: str
    title: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogEntry:
    """One letter for one reader in one line of business.

    `obliged_by` holds rule ids, `serves` the ids of the notices of the rulebook that this letter
    is. `requires_when` adds elements for a situation of the case. `reviewed_on` is None for a
    language whose words no qualified person has confirmed yet.
    """

    kind: Kind
    reader: Reader
    line_of_business: str
    edition: str
    name: dict[str, str]
    wording: str
    reviewed_on: dict[str, date | None]
    obliged_by: tuple[str, ...]
    serves: tuple[str, ...]
    source: str
    requires: frozenset[str]
    requires_when: dict[str, frozenset[str]]
    official: tuple[OfficialSlot, ...]

    def __str__(self) -> str:
        return f"{self.kind} to a {self.reader}, {self.line_of_business}"

    def required(self, situations: frozenset[str]) -> frozenset[str]:
        """Return the elements this letter must carry in these situations."""
        extra = [self.requires_when.get(each, frozenset()) for each in situations]
        return self.requires.union(*extra)


def entry_for(kind: Kind, reader: Reader, line_of_business: str) -> CatalogEntry:
    """Return the entry of a letter; raise NotInCatalog when the line has no such letter."""
    try:
        return _entries()[kind, reader, line_of_business]
    except KeyError:
        raise NotInCatalog(
            f"no letter {kind} to a {reader} in {line_of_business}: see the letters catalog"
        ) from None


def every_entry() -> tuple[CatalogEntry, ...]:
    """Return the whole catalog, by kind, reader and line of business."""
    return tuple(_entries().values())


@cache
def official_slots() -> dict[str, OfficialSlot]:
    """Return the official wordings an installation may load, by slot."""
    return {slot: OfficialSlot(slot=slot, **entry) for slot, entry in _read(OFFICIAL).items()}


@cache
def _entries() -> dict[tuple[Kind, Reader, str], CatalogEntry]:
    entries = (
        _entry(written, Reader(reader), line, part)
        for path in sorted(FOLDER.glob("*.yaml"))
        if path != OFFICIAL
        for written in [_read(path)]
        for reader, part in written["readers"].items()
        for line in part["lines_of_business"]
    )
    return {(each.kind, each.reader, each.line_of_business): each for each in entries}


def _entry(
    written: dict[str, Any], reader: Reader, line: str, part: dict[str, Any]
) -> CatalogEntry:
    own = part["lines_of_business"][line]
    return CatalogEntry(
        kind=Kind(written["kind"]),
        reader=reader,
        line_of_business=line,
        edition=written["edition"],
        name=written["name"],
        wording=written["wording"],
        reviewed_on=written["reviewed_on"],
        obliged_by=tuple(own["obliged_by"]),
        serves=tuple(own.get("serves", ())),
        source=own["source"],
        requires=frozenset((*part["requires"], *own.get("requires", ()))),
        requires_when={
            situation: frozenset(elements)
            for situation, elements in part.get("requires_when", {}).items()
        },
        official=tuple(official_slots()[slot] for slot in own.get("official", ())),
    )


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content
