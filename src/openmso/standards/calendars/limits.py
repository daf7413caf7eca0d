"""Time limits that the law states in words, with nothing to count."""

from enum import StrEnum
from typing import Self


class LimitInWords(StrEnum):
    """A limit without arithmetic; `meaning` is the sentence shown instead of a due time."""

    IMMEDIATELY = "immediately"
    SAME_DAY = "same_day"
    SAME_TIME = "same_time"
    SAME_FORMAT = "same_format"
    BY_SAME_DEADLINE = "by_same_deadline"
    GATE = "gate"
    FIXED_DATE = "fixed_date"
    AS_LONG_AS_MEDICALLY_NECESSARY = "as_long_as_medically_necessary"

    @property
    def meaning(self) -> str:
        """The limit as a sentence for the person who must keep it."""
        return _MEANINGS[self]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "immediately", "same day", "as long as medically necessary"; else ValueError."""
        try:
            return cls("_".join(text.strip().lower().replace("_", " ").split()))
        except ValueError:
            known = ", ".join(limit.replace("_", " ") for limit in cls)
            raise ValueError(f'not a limit in words: "{text}" (known: {known})') from None

    def __str__(self) -> str:
        return self.value.replace("_", " ")


_MEANINGS = {
    LimitInWords.IMMEDIATELY: "At once: there is no time to count.",
    LimitInWords.SAME_DAY: "On the very day it happens: there is no time to count.",
    LimitInWords.SAME_TIME: "At the same time as the thing it goes with: no time to count.",
    LimitInWords.SAME_FORMAT: "In the format in which it came; the law counts no time.",
    LimitInWords.BY_SAME_DEADLINE: "By the deadline of the thing it goes with: no time of its own.",
    LimitInWords.GATE: "A condition to be met before going on, not a clock.",
    LimitInWords.FIXED_DATE: "A fixed date of the calendar, not a time after something happens.",
    LimitInWords.AS_LONG_AS_MEDICALLY_NECESSARY: (
        "As long as it is medically necessary: no last day can be computed."
    ),
}
