"""The register of case kinds, filled at start-up by each folder's `case_kind.py`.

It lets machinery below show and find cases of any kind without knowing one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseKind:
    """A kind of case: its key on the timeline, its name for people, the page it opens on.

    `recompute` is the dotted name of the function that computes the clocks of such cases under
    other rules (moved.py); "" for a kind without clocks. `replay` is that of the function that
    tells how such a case stood at an instant (replay.py); "" for a kind that cannot.
    """

    key: str
    label: str
    page: str
    recompute: str = ""
    replay: str = ""


_kinds: dict[str, CaseKind] = {}


def register(kind: CaseKind) -> None:
    """Add a kind; raises ValueError when another one already has its key."""
    if _kinds.get(kind.key, kind) != kind:
        raise ValueError(f"two case kinds are called {kind.key}")
    _kinds[kind.key] = kind


def kind_of(key: str) -> CaseKind:
    """Return a kind; raises KeyError for one that nobody registered."""
    return _kinds[key]


def every_kind() -> tuple[CaseKind, ...]:
    """Return what was registered, in the order of the keys."""
    return tuple(_kinds[key] for key in sorted(_kinds))
