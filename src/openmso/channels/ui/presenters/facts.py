"""Facts of a case as pairs, what happened as a line of events, papers with their scan state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .status import StatusTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`href` makes the value a link; `change_href` offers a change link beside it."""

    label: str
    value: str = ""
    below: str = ""
    href: str = ""
    change_href: str = ""
    tag: StatusTag | None = None
    lang: str = ""

    @property
    def is_plain(self) -> bool:
        """Nothing but a label and its value, perhaps with words below, as most facts are."""
        return not (self.href or self.change_href or self.tag or self.lang)


def facts_of(pairs: Iterable[tuple[str, str]]) -> list[Fact]:
    """Return a fact for each label that has a value, in their order."""
    return [Fact(label=label, value=value) for label, value in pairs if value]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """`learned` is filled when we learned of it later than it happened."""

    what: str
    when: str
    when_iso: str = ""
    who: str = ""
    learned: str = ""
    details: Sequence[str] = ()
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document of a case. `scan` says in words whether it was checked for viruses."""

    name: str
    kind: str
    received: str
    pages: str = ""
    size: str = ""
    scan: str = "not scanned"
    scan_ok: bool = False
    href: str = ""
    opened: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    label: str
    href: str = ""
