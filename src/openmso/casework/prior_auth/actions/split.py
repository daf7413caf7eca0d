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
from openmso.office.documents.inspection import PDF, Inspected
from openmso.office.documents.models import Document
from openmso.office.documents.pages import in_words, other_pages, taken_out
from openmso.office.timeline.action import action, record

from ..domain.request import Channel, Request
from ..domain.states import OPEN, MoveNotAllowed, State
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import locked
from ..steps.papers_leave import papers_leave
from ..steps.ruling_out import rule_out
from ..steps.sent_before import Received, received_again, sent_under
from .open_record import DocumentNotFound
from .receive import receive

WHOLE_FILE = "whole_file"
"""The kind under which a file that was split is kept; its id stands in for a case."""
_WHY = "They came as one file and were split."


class NotToBeSplit(ValueError):
    """This file, or these pages of it, cannot make two requests."""


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
    ours, theirs = (replace(taken_out(content, part), scan=whole.scan) for part in (stay, pages))
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
    whole.case_kind, whole.case_id = WHOLE_FILE, whole.id
    whole.save(update_fields=["case_kind", "case_id"])
    rule_out(request, received.request, why=_WHY, by=by, at=at)
    _record(request, received.request, stay, by=by, at=at)
    _record(received.request, request, tuple(pages), by=by, at=at)
    return received


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
