"""The product's own source, as the house rules read it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "src" / "openmso"


@dataclass(frozen=True, slots=True)
class Module:
    """One file; `place` is its path inside the house, `casework/prior_auth/actions/deny.py`."""

    place: str
    tree: ast.Module

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def is_in(self, folder: str) -> bool:
        return folder in self.place.split("/")[:-1]


@cache
def modules() -> tuple[Module, ...]:
    """Return every Python file of the product, migrations left out."""
    return tuple(
        Module(file.relative_to(HOUSE).as_posix(), ast.parse(file.read_text(encoding="utf-8")))
        for file in sorted(HOUSE.rglob("*.py"))
        if "migrations" not in file.parts
    )
