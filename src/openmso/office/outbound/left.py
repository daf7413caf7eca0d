"""Tells the case of a letter that it has left: duties to tell somebody are met by that."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.queries import line_of_history


class NotesLetter(Protocol):
    """The action of a kind of case that hears of its letters; `kind` and `to` as they were sent."""

    def __call__(
        self, case_id: UUID, /, *, kind: str, to: str, sent_at: datetime, by: Actor, at: datetime
    ) -> object: ...


def letter_left(
    tenant_id: str, case_id: str, event_id: str, *, note: NotesLetter, at: datetime
) -> None:
    """Let `note` know of the letter whose sending is the line `event_id` of the case's history."""
    line = line_of_history(tenant_id, event_id)
    note(
        UUID(case_id),
        kind=str(line.details["what"]),
        to=str(line.details["to"]),
        sent_at=line.happened_at,
        by=Actor.system("Post room", UUID(tenant_id)),
        at=at,
    )
