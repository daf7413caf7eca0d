"""What any channel must tell us about a concern."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from openmso.casework.appeals.domain.filing import Channel, NotPossible

from .types import FastGround, FiledBy, categories

FILING = "grievances/filing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A concern as it reached us; `received_at` is when it reached any of our desks.

    `client_key` is the sender's own key: the same key with the same content is the same grievance.
    `about` says in words whom or what it concerns; `about_account_id` is a colleague of ours it is
    about, `request_id` the request whose handling it is about. `at_once`: somebody means to solve
    it by the close of the next business day. `about_a_decision`: it disputes coverage or care.
    """

    client_key: str
    member_id: UUID
    channel: Channel
    received_at: datetime
    filed_by: FiledBy
    filed_by_name: str
    words: str
    category: str
    about: str = ""
    about_account_id: UUID | None = None
    request_id: UUID | None = None
    happened_on: date | None = None
    authority_shown: bool = False
    at_once: bool = False
    fast: FastGround | None = None
    fast_because: str = ""
    clinical: bool = False
    about_a_decision: bool = False
    type_reason: str = ""

    def fingerprint(self) -> str:
        """Return a digest of what was told, without the key under which it was sent."""
        parts = (
            *(str(self.member_id), self.channel, self.received_at.isoformat(), self.filed_by),
            *(self.filed_by_name, self.words, self.category, self.about),
            *(str(self.about_account_id), str(self.request_id), str(self.happened_on)),
            *(str(self.authority_shown), str(self.at_once), str(self.fast), self.fast_because),
            *(str(self.clinical), str(self.about_a_decision)),
        )
        return sha256("\x1f".join(parts).encode()).hexdigest()


def require_possible(filing: Filing, *, at: datetime, today: date) -> None:
    """Raise NotPossible when it cannot have happened like this by `at`, office day `today`."""
    if filing.received_at > at:
        raise NotPossible("It cannot have reached us later than now.")
    if filing.happened_on is not None and filing.happened_on > today:
        raise NotPossible("It cannot have happened later than today.")
    if not filing.filed_by_name.strip():
        raise NotPossible("Say who tells us.")
    if not filing.words.strip():
        raise NotPossible("Say what is wrong, in a few words.")
    if filing.category not in categories():
        raise NotPossible("Say what it is about.")
