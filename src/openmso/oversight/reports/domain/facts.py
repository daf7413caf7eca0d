"""The frozen rows that reports count. None of them knows who reviewed or signed anything: what is
not here cannot be ranked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID


class Outcome(StrEnum):
    """What the first decision said; NONE while there is none."""

    APPROVED = "approved"
    PARTLY_APPROVED = "partly_approved"
    DENIED = "denied"
    GRANTED_BY_LAW = "granted_by_law"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a request had come by an instant, told by its history alone.

    `ran_late` and `extended` look at the time before the first decision. `closed_as` names why
    it will never be decided; `absorbed` are the numbers of the requests joined into it.
    """

    received_at: datetime
    urgency: str
    complete_on_arrival: bool
    outcome: Outcome = Outcome.NONE
    decided_at: datetime | None = None
    extended: bool = False
    ran_late: bool = False
    overturned_at: datetime | None = None
    closed_as: str = ""
    absorbed: tuple[str, ...] = ()

    @property
    def took(self) -> timedelta | None:
        """From the first page received to the first decision."""
        return self.decided_at - self.received_at if self.decided_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """One request for authorization as a report sees it.

    `plan`, `ipa` are the keys in the roster; `asked_by`, `to_treat` and `pcp` are NPIs, empty
    where nobody is named. `in_network` is None where nobody we know was named to treat.
    `language` is the member's, `category` the kind of the first service asked for. `asked_on` and
    `decided_on` are days of the office.
    """

    id: UUID
    number: str
    plan: str
    line_of_business: str
    ipa: str
    asked_by: str
    to_treat: str
    in_network: bool | None
    pcp: str
    language: str
    category: str
    timing: str
    is_drug: bool
    asked_on: date
    decided_on: date | None
    standing: Standing


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """People who are alike in what the watch looks at."""

    plan: str
    ipa: str
    pcp: str
    language: str


MemberMonths = Mapping[Group, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class StayDays:
    """The bed days of one stay at one hospital in the period; a stay that was moved has several."""

    stay: UUID
    ipa: str
    hospital: str
    bed_days: int


@dataclass(frozen=True, slots=True, order=True)
class ListedService:
    """A service for which a plan wants to be asked first. `code` "*": all that is not listed."""

    plan: str
    code: str
    description: str
