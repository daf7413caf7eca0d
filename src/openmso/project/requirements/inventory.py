"""Reads `inventory.csv`: what the product must do, one row a requirement."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("inventory.csv")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row. `same_as` names the requirement that says the same, or is empty."""

    id: str
    capability: str
    kind: str
    must: str
    same_as: str


@cache
def all_requirements() -> tuple[Requirement, ...]:
    """Return every requirement, in the order of the inventory."""
    with _FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Requirement(
                id=row["id"],
                capability=row["capability"],
                kind=row["kind"],
                must=row["the_software_must"],
                same_as=row["same_as"],
            )
            for row in csv.DictReader(rows)
        )
