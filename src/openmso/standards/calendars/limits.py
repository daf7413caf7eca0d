"""Time limits that the law states in words, with nothing to count, and the reading of any limit."""

from enum import StrEnum
from typing import Self, TypeAlias

from openmso.standards.calendars.points_of_day import PointOfDay
from openmso.standards.calendars.rates import UNIT as RATE_UNIT
from openmso.standards.calendars.rates import Rate
from openmso.standards.calendars.spans import Span


class LimitInWords(StrEnum):
    """A limit without arithmetic; `meaning` is the sentence shown instead of a due time."""

    IMMEDIATELY = "immediately"
    SAME_TIME = "same_time"
    SAME_FORMAT = "same_format"
    BY_SAME_DEADLINE = "by_same_deadline"
    GATE = "gate"
    FIXED_DATE = "fixed_date"
    NONE = "none"
    REASONABLE_TIME = "reasonable_time"
    PER_CONTRACT = "per_contract"
    WITH_LETTER = "with_letter"
    DATE_OR_EVENT_ON_FORM = "date_or_event_on_form"
    AS_LONG_AS_MEDICALLY_NECESSARY = "as_long_as_medically_necessary"

    @property
    def meaning(self) -> str:
        """The limit as a sentence for the person who must keep it."""
        return _MEANINGS[self]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "immediately", "same time", "as long as medically necessary"; else ValueError."""
        try:
            return cls("_".join(text.strip().lower().replace("_", " ").split()))
        except ValueError:
            known = ", ".join(limit.replace("_", " ") for limit in cls)
            raise ValueError(f'not a limit in words: "{text}" (known: {known})') from None

    def __str__(self) -> str:
        return self.value.replace("_", " ")


_MEANINGS = {
    LimitInWords.IMMEDIATELY: "At once: there is no time to count.",
    LimitInWords.SAME_TIME: "At the same time as the thing it goes with: no time to count.",
    LimitInWords.SAME_FORMAT: "In the format in which it came; the law counts no time.",
    LimitInWords.BY_SAME_DEADLINE: "By the deadline of the thing it goes with: no time of its own.",
    LimitInWords.GATE: "A condition to be met before going on, not a clock.",
    LimitInWords.FIXED_DATE: "A fixed date of the calendar, not a time after something happens.",
    LimitInWords.NONE: "There is no limit: it may be done at any time.",
    LimitInWords.REASONABLE_TIME: "Within a reasonable time; the law names no number.",
    LimitInWords.PER_CONTRACT: "As the contract says; the law names no number.",
    LimitInWords.WITH_LETTER: "Enclosed with the letter it belongs to: no time of its own.",
    LimitInWords.DATE_OR_EVENT_ON_FORM: "Until the date or event written on the form.",
    LimitInWords.AS_LONG_AS_MEDICALLY_NECESSARY: (
        "As long as it is medically necessary: no last day can be computed."
    ),
}

Counted: TypeAlias = Span | PointOfDay
"""A limit that leads to a time on the clock."""

Limit: TypeAlias = Counted | LimitInWords | Rate


def parse_limit(text: str) -> Limit:
    """Read any limit: "7 calendar days", "noon next day", "gate", "15 percent per year".

    Raises ValueError with a sentence that shows how to write it.
    """
    name = "_".join(text.lower().replace("_", " ").split())
    if name.endswith(RATE_UNIT):
        return Rate.parse(text)
    if text.strip()[:1].isdigit():
        return Span.parse(text)
    points: dict[str, PointOfDay] = {point.value: point for point in PointOfDay}
    return points.get(name) or LimitInWords.parse(text)
