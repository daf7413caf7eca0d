"""Time limits that name a time on the clock: noon of the next day, the close of business."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Self

NOON = time(12)


class Hour(StrEnum):
    """Which time of the day a limit names."""

    NOON = "noon"
    CLOSE_OF_BUSINESS = "close_of_business"
    END_OF_DAY = "end_of_day"


class PointOfDay(StrEnum):
    """A limit in words with arithmetic. Every day counts, weekends and holidays too."""

    SAME_DAY = "same_day"
    MIDNIGHT_SAME_DAY = "midnight_same_day"
    NOON_NEXT_DAY = "noon_next_day"
    NOON_DAY_BEFORE = "noon_day_before"
    CLOSE_OF_BUSINESS_SAME_DAY = "close_of_business_same_day"
    CLOSE_OF_BUSINESS_NEXT_DAY = "close_of_business_next_day"

    @property
    def days_later(self) -> int:
        """How many days after the start's day; negative is before."""
        return _MEANT[self].days_later

    @property
    def hour(self) -> Hour:
        """Which time of that day."""
        return _MEANT[self].hour

    @property
    def runs_backwards(self) -> bool:
        """Tell whether the limit lies before the event it is counted from."""
        return self.days_later < 0

    @property
    def meaning(self) -> str:
        """The limit as a sentence for the person who must keep it."""
        return _MEANT[self].sentence

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "noon next day" and its like; ValueError for other words."""
        try:
            return cls("_".join(text.strip().lower().replace("_", " ").split()))
        except ValueError:
            known = ", ".join(str(point) for point in cls)
            raise ValueError(f'not a time of the day: "{text}" (known: {known})') from None

    def __str__(self) -> str:
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class _Meant:
    days_later: int
    hour: Hour
    sentence: str


_MEANT = {
    PointOfDay.SAME_DAY: _Meant(0, Hour.END_OF_DAY, "By the end of the day it happens."),
    PointOfDay.MIDNIGHT_SAME_DAY: _Meant(
        0, Hour.END_OF_DAY, "By the midnight that ends the day it happens."
    ),
    PointOfDay.NOON_NEXT_DAY: _Meant(1, Hour.NOON, "By noon of the next calendar day."),
    PointOfDay.NOON_DAY_BEFORE: _Meant(-1, Hour.NOON, "By noon of the calendar day before."),
    PointOfDay.CLOSE_OF_BUSINESS_SAME_DAY: _Meant(
        0, Hour.CLOSE_OF_BUSINESS, "By the close of business of the day it happens."
    ),
    PointOfDay.CLOSE_OF_BUSINESS_NEXT_DAY: _Meant(
        1, Hour.CLOSE_OF_BUSINESS, "By the close of business of the next calendar day."
    ),
}
