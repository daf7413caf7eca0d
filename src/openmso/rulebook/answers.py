"""One dated answer to one question: what a row of a rulebook file becomes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openmso.rulebook.vocabulary import (
    MOMENTS,
    Authority,
    CheckMark,
    Consequence,
    ExtensionGround,
    LimitIs,
)
from openmso.standards.calendars import Limit, PointOfDay, Span

_KEPT_PAGE = re.compile(r"seeds? \d{3}_\w+\.txt(?: and \d{3}_\w+\.txt)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A rule with its source, its dates and the way it was verified.

    `from_on` is the first day in force, `until_on` the first day no longer (exclusive); None is
    open. `facts` names what must be true of a request; each fact may have several good values.
    `question` is the file it stands in, `also_answers` names further questions that find it.
    `line_of_business` is how the rule is listed, which for a house promise is the name of its
    set. `event` is the start of the clock in the law's words, `starts_at` in ours.

    `receipt_presumed_after`: the clock starts on receipt of a notice, presumed so long after its
    date unless later receipt is proven. `value_from_proven_receipt`: the value counts from the
    notice's date, and this much from a proven later receipt. `or_later` names a moment before
    whose day's end the limit never ends. `may_pause`: the clock stands still at most so long, for
    `pause_grounds`; None: nothing stops it.
    """

    id: str
    question: str
    also_answers: tuple[str, ...]
    authority: Authority
    line_of_business: tuple[str, ...]
    facts: Mapping[str, tuple[str | bool, ...]] = field(hash=False)
    from_on: date | None
    until_on: date | None
    value: Limit
    extension: Span | None
    extension_grounds: tuple[ExtensionGround, ...]
    event: str
    starts_at: str
    met_by: str | None
    action: str
    recipient: str
    consequence: Consequence | None
    gives_way_to: tuple[str, ...]
    source: str
    note: str
    verified: CheckMark
    verified_in: tuple[str, ...]
    checked_on: date
    process: str
    urgency: str
    file: str
    line: int
    limit_is: LimitIs = LimitIs.DEADLINE
    receipt_presumed_after: Span | None = None
    value_from_proven_receipt: Span | None = None
    or_later: str | None = None
    may_pause: Span | None = None
    pause_grounds: str = ""

    @property
    def has_arithmetic(self) -> bool:
        """Tell whether the limit leads to a time on the clock."""
        return isinstance(self.value, Span | PointOfDay)

    @property
    def citation(self) -> str:
        """Where the rule is written, as people read it: a kept page goes by no file name."""
        return _KEPT_PAGE.sub("a public page", self.source)

    @property
    def check_mark(self) -> str:
        """The verification with its source numbers, as "read:S03;S04"."""
        return ":".join(part for part in (self.verified, ";".join(self.verified_in)) if part)

    @property
    def begins(self) -> str:
        """What starts the clock, as a working names it."""
        return MOMENTS[self.starts_at]

    def in_force(self, on: date) -> bool:
        """Tell whether the answer holds on that day."""
        return (self.from_on is None or self.from_on <= on) and (
            self.until_on is None or on < self.until_on
        )
