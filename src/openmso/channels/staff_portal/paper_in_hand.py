"""The paper of the mail room that a request is keyed from. Its id travels through the form."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404

from openmso.channels.ui.words_for_time import clock_time, staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.documents.store import FileLost
from openmso.office.mail_room.domain.outcome import OutcomeNotPossible, Way
from openmso.office.mail_room.queries import PaperNotFound, files_of, paper_for
from openmso.office.mail_room.steps.settling import SettledMeanwhile
from openmso.office.tenants.queries import tenant_by_id

from .staff_request import StaffRequest

FIELD = "paper"
PAPER_REFUSED = (SettledMeanwhile, OutcomeNotPossible, FileLost)
"""What may be in the way of a paper that becomes a case; each says so in a sentence."""
WAYS = {Way.FAX.value: "fax", Way.MAIL.value: "letter", Way.EMAIL.value: "e-mail"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperInHand:
    """`files` counts what goes onto the case with the request."""

    id: UUID
    number: str
    way: str
    received_at: datetime
    pages: int | None
    files: int
    viewer: Actor

    @property
    def sentence(self) -> str:
        zone = tenant_by_id(self.viewer.tenant_id).zone
        pages = f", {self.pages} page{'' if self.pages == 1 else 's'}," if self.pages else ""
        return (
            f"Keyed from {self.number}, a {WAYS[self.way]}{pages} received "
            f"{staff_time(self.received_at, zone)}. Its files go onto the case. An earlier time "
            "typed below counts, a later one does not."
        )

    def typed_already(self) -> dict[str, Any]:
        """Return what the keying form starts with."""
        zone = tenant_by_id(self.viewer.tenant_id).zone
        return {
            "channel": self.way,
            "received_on": staff_date(self.received_at.astimezone(zone).date()),
            "received_time": clock_time(self.received_at, zone),
        }


def paper_of(request: StaffRequest) -> PaperInHand | None:
    """Return the paper that a form is keyed from, None for none. Raises Http404."""
    text = request.POST.get(FIELD) or request.GET.get(FIELD)
    if not text:
        return None
    try:
        return in_hand(text, request.actor)
    except PaperNotFound:
        raise Http404 from None


def in_hand(text: str, viewer: Actor) -> PaperInHand:
    """Return the paper that an id names. Two queries. Raises PaperNotFound."""
    try:
        paper = paper_for(viewer, UUID(text))
    except ValueError:
        raise PaperNotFound("That names no paper.") from None
    return PaperInHand(
        id=paper.id,
        number=paper.number,
        way=paper.way,
        received_at=paper.received_at,
        pages=paper.pages,
        files=len(files_of(paper)),
        viewer=viewer,
    )
