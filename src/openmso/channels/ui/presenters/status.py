"""A state in one word, with an icon and a tone that repeats it."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext


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

    def in_language(self) -> "StatusTag":
        """Return the tag in the language of the page, for words that the catalogs know."""
        return StatusTag(gettext(self.words), self.tone)

    @property
    def icon(self) -> str:
        return ICONS[self.tone]
