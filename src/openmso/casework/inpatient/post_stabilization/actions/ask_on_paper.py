"""A fax of the mail room asks about a stabilized patient: it becomes a case and leaves the tray."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.models import Document
from openmso.office.mail_room.domain.outcome import State as PaperState
from openmso.office.mail_room.files import files_to_attach
from openmso.office.mail_room.steps.settling import locked_paper, require_waiting, settle
from openmso.office.timeline.action import action
from openmso.roster.providers.actions.add_hospital import NewHospital

from ..domain.request import Channel, HospitalRequest
from ..models import PostStabilization
from .ask import ask, asked_again


@action
def ask_on_paper(
    paper_id: UUID,
    asked: HospitalRequest,
    *,
    hospital: UUID | NewHospital,
    has_face_sheet: bool,
    by: Actor,
    at: datetime,
) -> PostStabilization:
    """Store the request with the files of a waiting fax and settle the fax.

    The clock started when the first page came, or earlier where that was typed, never later. With
    `has_face_sheet` the first file holds it. Raises PaperNotFound, SettledMeanwhile,
    OutcomeNotPossible, FileLost and what `ask` raises.
    """
    by.require(Permission.POST_STABILIZATION_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    came = replace(asked, channel=Channel.FAX, asked_at=min(asked.asked_at, paper.received_at))
    before = _sent_before(came.client_key, by)
    if before is not None:
        return asked_again(before, came, by=by, at=at)
    require_waiting(paper)
    files = files_to_attach(paper)
    sheet = files.pop(0)[1] if has_face_sheet else None
    case = ask(came, hospital=hospital, face_sheet=sheet, by=by, at=at)
    for title, file in files:
        attach(
            case,
            file,
            title=title,
            source=Document.Source.FAX,
            received_at=paper.received_at,
            by=by,
            at=at,
        )
    settle(paper, PaperState.NEW_REQUEST, case=case, by=by, at=at)
    return case


def _sent_before(client_key: str, by: Actor) -> PostStabilization | None:
    known = PostStabilization.objects.filter(tenant_id=by.tenant_id, client_key=client_key)
    return known.first()
