"""The register of case kinds, filled at start-up by each folder's `case_kind.py`.

It lets machinery below show and find cases of any kind without knowing one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseKind:
    """A kind of case: its key on the timeline, its name for people, the page it opens on."""

    key: str
    label: str
    page: str


_kinds: dict[str, CaseKind] = {}


def register(kind: CaseKind) -> None:
    """Add a kind; raises ValueError when another one already has its key."""
    if _kinds.get(kind.key, kind) != kind:
        raise ValueError(f"two case kinds are called {kind.key}")
    _kinds[kind.key] = kind


def kind_of(key: str) -> CaseKind:
    """Return a kind; raises KeyError for one that nobody registered."""
    return _kinds[key]
