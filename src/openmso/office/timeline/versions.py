"""Changing a case that somebody else may have changed meanwhile: its row counts its versions."""

from collections.abc import Iterable
from typing import Protocol


class ChangedMeanwhile(RuntimeError):
    """Somebody changed the case after this person opened it."""


class Versioned(Protocol):
    """The row of a case, whose `version` counts its changes."""

    version: int

    def save(self, *, update_fields: Iterable[str]) -> None: ...


def require_as_read(case: Versioned, version: int | None, *, called: str) -> None:
    """Raise ChangedMeanwhile when the person read another `version`; None: they read none."""
    if version is not None and case.version != version:
        raise ChangedMeanwhile(
            f"Somebody changed this {called} while you had it open. Nothing of yours was saved. "
            "Read it again first."
        )


def keep(case: Versioned, *changed: str) -> None:
    """Save the named fields of a case that is locked, and count its version up."""
    case.version += 1
    case.save(update_fields=[*changed, "version"])
