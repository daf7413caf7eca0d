"""What loading official texts would change: new, other than before, or known already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from enum import StrEnum
from uuid import UUID

from .models import LoadedWording
from .wording_file import OfficialEntry

Place = tuple[str, str, date]
_VOUCHED = ("edition", "text", "until_on", "source", "checked_by", "checked_on")


class Change(StrEnum):
    NEW = "new"
    NEW_EDITION = "new edition"
    CHANGED = "changed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One text and what loading it would do; `before` is the text it stands beside or replaces."""

    entry: OfficialEntry
    change: Change
    before: str

    @property
    def difference(self) -> list[str]:
        """Return the lines that go (-) and come (+), with a line of context; empty when none do."""
        lines = unified_diff(
            self.before.splitlines(), self.entry.text.splitlines(), n=1, lineterm=""
        )
        return list(lines)[2:]


def proposed(tenant_id: UUID, entries: Iterable[OfficialEntry]) -> list[Proposed]:
    """Compare the texts with what this office has. One query."""
    rows = LoadedWording.objects.filter(tenant_id=tenant_id)
    known = {(row.slot, row.language, row.from_on): row for row in rows}
    return [_compared(entry, known) for entry in entries]


def _compared(entry: OfficialEntry, known: Mapping[Place, LoadedWording]) -> Proposed:
    row = known.get((entry.slot, entry.language, entry.from_on))
    if row is not None:
        same = all(getattr(row, name) == getattr(entry, name) for name in _VOUCHED)
        change = Change.KNOWN if same else Change.CHANGED
        return Proposed(entry=entry, change=change, before=row.text)
    older = [
        each
        for (slot, language, from_on), each in known.items()
        if (slot, language) == (entry.slot, entry.language) and from_on < entry.from_on
    ]
    if not older:
        return Proposed(entry=entry, change=Change.NEW, before="")
    newest = max(older, key=lambda each: each.from_on)
    return Proposed(entry=entry, change=Change.NEW_EDITION, before=newest.text)
