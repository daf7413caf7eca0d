"""A state in one word, with an icon and a tone that repeats it."""

from dataclasses import dataclass
from enum import StrEnum


class StatusTone(StrEnum):
    NEW = "new"
    WORKING = "working"
    WAITING = "waiting"
    GOOD = "good"
    STOP = "stop"
    QUIET = "quiet"


ICONS = {
    StatusTone.NEW: "add_circle_outline",
    StatusTone.WORKING: "autorenew",
    StatusTone.WAITING: "hourglass_empty",
    StatusTone.GOOD: "check_circle",
    StatusTone.STOP: "highlight_off",
    StatusTone.QUIET: "remove",
}


@dataclass(frozen=True, slots=True)
class StatusTag:
    words: str
    tone: StatusTone = StatusTone.QUIET

    @property
    def icon(self) -> str:
        return ICONS[self.tone]
