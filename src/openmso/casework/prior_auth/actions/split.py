"""One fax held two requests: the pages of the second become a case of their own.

Both cases have the received time of the fax and keep its hash. The whole fax stays stored as it
arrived, under its own hash, and belongs to no case any more: each case shows its own pages only.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents import store
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import PDF, Inspected, PartOf
from openmso.office.documents.models import Document
from openmso.office.documents.moving import NoCase, move_to_case
from openmso.office.documents.pages import as_they_came, in_words, other_pages, taken_out
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.request import Channel, Request
from ..domain.states import OPEN, State
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import locked
from ..steps.papers_leave import papers_leave
from ..steps.ruling_out import rule_out
from ..steps.sent_before import Received, found_the_second_time, received_again, sent_under
from .open_record import DocumentNotFound
from .receive import receive

_WHY = "They came as one file and were split."


class NotToBeSplit(ValueError):
    """This file, or these pages of it, cannot make two requests."""


@found_the_second_time
@action
def split(
    request_id: UUID,
    *,
    document_id: UUID,
    pages: Sequence[int],
    other: Request,
    files: Sequence[tuple[str, Inspected]] = (),
    by: Actor,
    at: datetime,
) -> Received:
    """Receive `other` with `pages` (from 1, in order) of a document; the rest stays on the case.

    `other` gets the channel and the received time of the document, whatever it says; `files` came
    besides. Sent twice under one key it is done once. Raises MoveNotAllowed, DocumentNotFound,
    NotToBeSplit, SameKeyOtherContent, FileLost, and what `receive` raises.
    """
    by.require(Permission.REQUEST_KEY_IN)
    request = locked(request_id, by=by)
    if before := sent_under(other.client_key, by=by):
        # The channel is that of the document, which has left this case since.
        same_channel = replace(other, channel=Channel(before.channel))
        return received_again(before, same_channel, by=by, at=at)
    if State(request.state) not in OPEN:
        raise MoveNotAllowed(f"This case is {request.get_state_display()}; its papers stay.")
    whole = _document(request, document_id)
    stay = other_pages(pages, of=whole.pages or 0)
    if whole.media_type != PDF or not pages or not stay:
        raise NotToBeSplit("Name some pages of a PDF and leave some to this case.")
    content = store.read(whole.sha256)
    ours, theirs = (_part(content, part, whole) for part in (stay, pages))
    received = receive(
        replace(other, received_at=whole.received_at, channel=Channel(whole.source)),
        files=[(whole.title, theirs), *files],
        by=by,
        at=at,
    )
    attach(
        request,
        ours,
        title=whole.title,
        source=whole.source,
        received_at=whole.received_at,
        by=by,
        at=at,
    )
    papers_leave(request, [whole.id])
    move_to_case(Document.objects.filter(id=whole.id), NoCase(by.tenant_id, whole.id))
    rule_out(request, received.request, why=_WHY, by=by, at=at)
    _record(request, received.request, stay, by=by, at=at)
    _record(received.request, request, tuple(pages), by=by, at=at)
    return received


def _part(content: bytes, pages: Sequence[int], whole: Document) -> Inspected:
    """Take pages out of a file; those of a file that was a part itself are counted as they came."""
    part = replace(taken_out(content, pages), scan=whole.scan)
    if not whole.arrived_as:
        return part
    came_as = as_they_came(pages, noted=whole.arrived_pages, of=whole.pages or 0)
    if not came_as:
        return part
    return replace(part, part_of=PartOf(sha256=whole.arrived_as, pages=came_as))


def _document(request: AuthorizationRequest, document_id: UUID) -> Document:
    document = Document.objects.filter(
        tenant_id=request.tenant_id, case_id=request.id, id=document_id
    ).first()
    ours = document is not None and document.source == Document.Source.OFFICE
    if document is None or ours or document.is_held_back:
        raise DocumentNotFound("There is no such document on this case.")
    return document


def _record(
    case: AuthorizationRequest,
    other: AuthorizationRequest,
    pages: Sequence[int],
    *,
    by: Actor,
    at: datetime,
) -> None:
    record(case, Event.SPLIT, by=by, at=at, other=other.number, pages=in_words(pages))
