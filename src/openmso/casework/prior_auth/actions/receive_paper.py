"""A paper of the mail room is a request: it becomes a case and leaves the tray, or neither."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.mail_room.domain.outcome import State as PaperState
from openmso.office.mail_room.files import files_to_attach
from openmso.office.mail_room.steps.settling import locked_paper, require_waiting, settle
from openmso.office.timeline.action import action, record

from ..domain.request import Channel, Request
from ..events import Event
from ..steps.sent_before import Received, found_the_second_time, received_again, sent_under
from .receive import receive


@found_the_second_time
@action
def receive_paper(
    paper_id: UUID,
    *,
    request: Request,
    files: Sequence[tuple[str, Inspected]] = (),
    by: Actor,
    at: datetime,
) -> Received:
    """Receive `request` with the files of a waiting paper and settle the paper.

    It came the way the paper came, and never later: a time that was typed counts only where it is
    earlier, such as the stamp on a letter that was scanned the next day. Sent twice under one key
    it is done once. Raises PaperNotFound, SettledMeanwhile, OutcomeNotPossible, FileLost and what
    `receive` raises.
    """
    by.require(Permission.REQUEST_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    came = replace(
        request,
        channel=Channel(paper.way),
        received_at=min(request.received_at, paper.received_at),
    )
    if before := sent_under(came.client_key, by=by):
        return received_again(before, came, by=by, at=at)
    require_waiting(paper)
    received = receive(came, files=[*files_to_attach(paper), *files], by=by, at=at)
    record(received.request, Event.PAPER_INDEXED, by=by, at=at, paper=paper.number)
    settle(paper, PaperState.NEW_REQUEST, case=received.request, by=by, at=at)
    return received
