"""The notice before care ends: how it reached the member, and which end it allows.

The provider hands it out; we keep the proof. How long before the end it is owed is in
rulebook/care_that_ends/termination_notice.yaml.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.standards.calendars import OfficeCalendar

from .care import End


class NotPossible(ValueError):
    """What was told cannot be so; the sentence says what to look at."""


class Proof(StrEnum):
    SIGNED = "signed"
    REFUSED = "refused_to_sign"
    BY_PHONE = "by_phone_to_representative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How a notice was given. `told_to` signed it, refused to, or was called.

    `witness` saw the refusal; `mailed_on` is when the paper followed a call.
    """

    given_at: datetime
    given_by: str
    proof: Proof
    told_to: str
    witness: str = ""
    mailed_on: date | None = None


def require_possible(delivery: Delivery, *, at: datetime) -> None:
    """Raise NotPossible unless this can have happened by `at` and is proven."""
    if delivery.given_at > at:
        raise NotPossible("This time has not come yet.")
    if not delivery.given_by.strip():
        raise NotPossible("Say who gave the notice.")
    if not delivery.told_to.strip():
        raise NotPossible("Say who signed, refused, or was called.")
    if delivery.proof is Proof.REFUSED and not delivery.witness.strip():
        raise NotPossible("A refusal needs the name of somebody who saw it.")
    if delivery.proof is Proof.BY_PHONE and delivery.mailed_on is None:
        raise NotPossible("After a call the paper follows by mail. Say on which day.")


def last_moment(end: End, book: Rulebook, office: OfficeCalendar) -> datetime | None:
    """Return when the notice had to be there for this end; None where no rule of ours says."""
    if not end.questions.notice:
        return None
    moments = {end.questions.ends: end.moment(office)}
    clocks = running_clocks(
        book, end.questions.notice, facts=end.facts, moments=moments, office=office
    )
    return clocks[0].due.due_at if clocks else None


def is_late(given_at: datetime, end: End, book: Rulebook, office: OfficeCalendar) -> bool:
    """Tell whether the notice came too late for the end it announces."""
    last = last_moment(end, book, office)
    return last is not None and given_at > last


def earliest_end(given_at: datetime, end: End, book: Rulebook, office: OfficeCalendar) -> date:
    """Return the first day on which care may end after a notice given at `given_at`."""
    first = office.local(given_at).date()
    for days in count():
        day = first + timedelta(days=days)
        later = End(care=end.care, line_of_business=end.line_of_business, on=day)
        if not is_late(given_at, later, book, office):
            return day
    raise AssertionError("days do not end")
