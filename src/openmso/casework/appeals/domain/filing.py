"""What any channel must tell us about an appeal, and whether it came in time."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.circumstances import NOTHING_ELSE, Circumstances
from openmso.rulebook.deadlines import compute_due
from openmso.standards.calendars import OfficeCalendar

from .claim import Claim
from .types import FiledBy

FILING = "remedies/first_step_filing"


class Channel(StrEnum):
    PORTAL = "portal"
    MEMBER = "member"
    PHONE = "phone"
    FAX = "fax"
    MAIL = "mail"
    IN_PERSON = "in_person"


class NotPossible(ValueError):
    """What was told cannot be; the sentence says why, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An appeal as it reached us; `received_at` is when it reached any of our desks.

    It is about a request or about a `claim`, never both.
    `client_key` is the sender's own key: the same key with the same content is the same appeal.
    `fast` asks for a fast answer; `physician_says_fast`: a physician says that waiting could do
    serious harm, which settles it. `good_cause` is why it comes late, if it does.
    """

    client_key: str
    channel: Channel
    received_at: datetime
    filed_by: FiledBy
    filed_by_name: str
    words: str
    request_id: UUID | None = None
    claim: Claim | None = None
    fast: bool = False
    fast_because: str = ""
    physician_says_fast: bool = False
    authority_shown: bool = False
    good_cause: str = ""

    def fingerprint(self) -> str:
        """Return a digest of what is asked, without the key under which it was sent."""
        parts = (
            *(str(self.request_id), self.channel, self.received_at.isoformat(), self.filed_by),
            *(self.filed_by_name, self.words, str(self.fast), self.fast_because),
            *(str(self.physician_says_fast), str(self.authority_shown), self.good_cause),
            *(self.claim.parts() if self.claim else ()),
        )
        return sha256("\x1f".join(parts).encode()).hexdigest()


def require_possible(filing: Filing, *, at: datetime) -> None:
    """Raise NotPossible when it cannot have happened like this by `at`."""
    if filing.received_at > at:
        raise NotPossible("It cannot have reached us later than now.")
    if not filing.filed_by_name.strip():
        raise NotPossible("Say who asks.")
    if not filing.words.strip():
        raise NotPossible("Say what should be changed, in a few words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Until when an appeal could be filed, and by which rule; None: no rule says."""

    rule: Answer | None
    until: datetime | None
    working: tuple[str, ...] = ()

    def is_late(self, received_at: datetime) -> bool:
        return self.until is not None and received_at > self.until


def window_of(
    line_of_business: str,
    *,
    told_on: date,
    book: Rulebook,
    office: OfficeCalendar,
    receipt_proven_at: datetime | None = None,
    question: str = FILING,
) -> Window:
    """Return until when an appeal against what was told on `told_on` (office time) may be filed.

    The law of the day of the notice counts; of several answers the one that leaves most time.
    `question` asks the rulebook about another kind of case.
    """
    answers = book.answers_in_force(
        question, on=told_on, facts={"line_of_business": line_of_business}
    )
    besides = (
        Circumstances(receipt_proven_at=receipt_proven_at) if receipt_proven_at else NOTHING_ELSE
    )
    start = office.at(told_on, time.min)
    dues = [compute_due(answer, start, office, besides=besides) for answer in answers]
    dated = [(due.due_at, due) for due in dues if due.due_at is not None]
    if not dated:
        return Window(rule=None, until=None)
    until, due = max(dated, key=lambda pair: pair[0])
    return Window(rule=due.rule, until=until, working=due.working)
