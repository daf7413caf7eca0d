"""A letter of an outside body as it reaches us."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`dated_on` stands on the letter; `received_at` is when any of our desks got it, with a zone.

    `words` says in a sentence what it says. `reference` is their own case number, "" if unknown.
    """

    dated_on: date
    received_at: datetime
    way: str
    reference: str = ""
    words: str = ""
