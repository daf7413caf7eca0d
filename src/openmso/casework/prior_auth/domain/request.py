"""What any channel must tell us about a request for care."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from uuid import UUID


class Channel(StrEnum):
    PORTAL = "portal"
    FAX = "fax"
    PHONE = "phone"
    MAIL = "mail"
    EMAIL = "email"
    MEMBER = "member"


class AskedBy(StrEnum):
    """Who asks for the decision. A member may ask before any doctor does."""

    PRACTICE = "practice"
    MEMBER = "member"


class Urgency(StrEnum):
    STANDARD = "standard"
    EXPEDITED = "expedited"


class Timing(StrEnum):
    PRE_SERVICE = "pre_service"
    CONCURRENT = "concurrent"
    RETROSPECTIVE = "retrospective"


def timing_of(from_on: date, until_on: date | None, received_on: date) -> Timing:
    """Tell whether care is asked for before, while or after it is given.

    `until_on` is the first day after the care, None for care of one day. Care of the day on which
    the request reached us counts as asked for before.
    """
    if from_on >= received_on:
        return Timing.PRE_SERVICE
    if until_on is not None and until_on > received_on:
        return Timing.CONCURRENT
    return Timing.RETROSPECTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """One service asked for. `quantity` counts in `unit` (visits, days, items)."""

    code: str
    description: str
    quantity: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as it reached us; `received_at` is when its first page reached any of our desks.

    `client_key` is the sender's own key: the same key with the same content is the same request.
    `answers` are the sender's answers to the criteria questions, by point code.
    """

    client_key: str
    channel: Channel
    received_at: datetime
    member_id: UUID
    practice_id: UUID
    practitioner_id: UUID
    services: tuple[ServiceLine, ...]
    diagnoses: tuple[str, ...]
    service_from_on: date
    service_until_on: date | None = None
    servicing_practitioner_id: UUID | None = None
    servicing_name: str = ""
    marked_urgent: bool = False
    physician_supports_urgency: bool = False
    urgency_reason: str = ""
    emergency: bool = False
    is_drug: bool = False
    clinical_summary: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    asked_by: AskedBy = AskedBy.PRACTICE

    def fingerprint(self) -> str:
        """Return a hash of the whole content but its key, to tell a repeat from another request."""
        parts = [
            repr(getattr(self, name))
            for name in self.__slots__
            if name not in {"client_key", "received_at", "answers", "asked_by"}
        ]
        if self.asked_by is not AskedBy.PRACTICE:
            parts.append(str(self.asked_by))
        parts += [f"{code}={self.answers[code]}" for code in sorted(self.answers)]
        return sha256("\x1f".join(parts).encode()).hexdigest()
