"""When an office opens and closes, for the few rules that name the close of business.

The hours are files: `office_hours/usual.yaml` comes with the package.
"""

from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

import yaml

OUR_HOURS = Path(__file__).parent / "office_hours"


class HoursUnknown(LookupError):
    """There is no such file of office hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """Opening and closing on the office's own wall clock; the closing minute still counts."""

    name: str
    title: str
    source: str
    opens_at: time
    closes_at: time


@cache
def office_hours(name: str = "usual", folder: Path = OUR_HOURS) -> OfficeHours:
    """Read the hours `name` of `folder`, once in a process.

    Raises HoursUnknown when there is no such file, ValueError when it closes before it opens.
    """
    file = folder / f"{name}.yaml"
    if not file.is_file():
        there = ", ".join(sorted(other.stem for other in folder.glob("*.yaml"))) or "none"
        raise HoursUnknown(f'there are no office hours "{name}" (there are: {there})')
    written: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    opens_at = time.fromisoformat(written["opens_at"])
    closes_at = time.fromisoformat(written["closes_at"])
    if opens_at >= closes_at:
        raise ValueError(f"{file.name} closes at {closes_at} and opens at {opens_at}")
    return OfficeHours(
        name=name,
        title=written["title"],
        source=written["source"],
        opens_at=opens_at,
        closes_at=closes_at,
    )
