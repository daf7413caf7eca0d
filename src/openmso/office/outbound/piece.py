"""What is handed to the gate: one finished letter to one receiver, and the case it belongs to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedLetter:
    """A letter that exists as a stored file. `what` is its name in the catalog.

    Name, postal lines, language and format are those the paper was made for.
    """

    letter_id: UUID
    what: str
    file_name: str
    content_sha256: str
    about_member_id: UUID
    receiver_kind: str
    receiver_id: UUID
    receiver_name: str
    postal_lines: tuple[str, ...]
    language: str
    letter_format: str


@dataclass(frozen=True, slots=True)
class CaseOfLetter:
    """The case a sending belongs to, as the timeline wants it."""

    case_kind: str
    id: UUID
    tenant_id: UUID
