"""What could not be taken from a file, where it stands and why."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class CannotTake(ValueError):
    """One line cannot be taken; the text says why."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One refused line: `where` is "file:line". No name or number of a person is repeated."""

    where: str
    resource: str
    why: str


def reasons(refused: Iterable[Refused]) -> list[tuple[str, str, int, str]]:
    """Return (resource, why, how often, first place), the most frequent first."""
    listed = list(refused)
    first: dict[tuple[str, str], str] = {}
    for each in listed:
        first.setdefault((each.resource, each.why), each.where)
    counted = Counter((each.resource, each.why) for each in listed)
    return [
        (resource, why, times, first[resource, why])
        for (resource, why), times in counted.most_common()
    ]


def write_csv(refused: Iterable[Refused], path: Path) -> None:
    """Write every refused line as a row: where, resource, why."""
    with path.open("w", encoding="utf-8", newline="") as sheet:
        writer = csv.writer(sheet)
        writer.writerow(("where", "resource", "why"))
        writer.writerows((each.where, each.resource, each.why) for each in refused)
