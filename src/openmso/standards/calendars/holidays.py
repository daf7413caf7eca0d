"""Named, dated lists of the days on which an office does not count business days.

The lists are files: `holiday_lists/federal_observed.yaml` comes with the package, and an
installation may keep lists of its own in another folder. A list says which days it covers; a day
outside is an error, never a silent working day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

OUR_LISTS = Path(__file__).parent / "holiday_lists"


class HolidaysUnknown(LookupError):
    """A day was asked about that the list of holidays does not cover, or the list is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayList:
    """The holidays from `covers_from` up to, but not including, `covers_until`."""

    name: str
    title: str
    source: str
    checked_on: date
    covers_from: date
    covers_until: date
    days: Mapping[date, str] = field(hash=False)

    def holiday_on(self, day: date) -> str | None:
        """Return the holiday's name, or None; raise HolidaysUnknown outside the covered days."""
        if not self.covers_from <= day < self.covers_until:
            raise HolidaysUnknown(
                f"the holiday list {self.name} covers {self.covers_from} up to"
                f" {self.covers_until}, not {day}: add that year to the list"
            )
        return self.days.get(day)


@cache
def holiday_list(name: str = "federal_observed", folder: Path = OUR_LISTS) -> HolidayList:
    """Read the list `name` of `folder`, once in a process.

    Raises HolidaysUnknown when there is no such list, ValueError when a day of it stands outside
    the days it says it covers.
    """
    file = folder / f"{name}.yaml"
    if not file.is_file():
        there = ", ".join(sorted(other.stem for other in folder.glob("*.yaml"))) or "none"
        raise HolidaysUnknown(f'there is no holiday list "{name}" (there are: {there})')
    written: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    days: dict[date, str] = written["days"]
    holidays = HolidayList(
        name=name,
        title=written["title"],
        source=written["source"],
        checked_on=written["checked_on"],
        covers_from=written["covers_from"],
        covers_until=written["covers_until"],
        days=MappingProxyType(days),
    )
    for day in days:
        holidays.holiday_on(day)
    return holidays
