"""Columns and words of the file (data/file.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..domain.decision import Kind, Outcome

_LAYOUT = Path(__file__).parents[1] / "data" / "file.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the names it may have in their plain form, and the longest text kept."""

    names: tuple[str, ...]
    needed: bool
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a file is read. Words are compared in small letters."""

    columns: Mapping[str, Column]
    kinds: Mapping[str, Kind]
    outcomes: Mapping[str, Outcome]
    first_year: int
    separators: tuple[str, ...]
    most_bytes: int


@cache
def layout() -> Layout:
    written: dict[str, Any] = yaml.safe_load(_LAYOUT.read_text(encoding="utf-8"))
    return Layout(
        columns={
            name: Column(
                names=tuple(one["names"]),
                needed=one.get("needed", False),
                longest=one["longest"],
            )
            for name, one in written["columns"].items()
        },
        kinds={
            word.casefold(): Kind(kind)
            for kind, words in written["kinds"].items()
            for word in words
        },
        outcomes={
            word.casefold(): Outcome(outcome)
            for outcome, words in written["outcomes"].items()
            for word in words
        },
        first_year=written["first_year"],
        separators=tuple(written["separators"]),
        most_bytes=written["most_bytes"],
    )
