"""A fax of the mail room tells of an admission: it becomes a stay and leaves the tray."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.mail_room.domain.outcome import State as PaperState
from openmso.office.mail_room.files import files_to_attach
from openmso.office.mail_room.steps.settling import locked_paper, require_waiting, settle
from openmso.office.timeline.action import action

from ..domain.notification import Channel, Notification
from ..models import Admission
from .notify import notify


@action
def notify_on_paper(
    paper_id: UUID, told: Notification, *, has_face_sheet: bool, by: Actor, at: datetime
) -> Admission:
    """Open the stay with the files of a waiting fax and settle the fax.

    We were told when the first page came, or earlier where that was typed, never later. With
    `has_face_sheet` the first file holds it. Raises PaperNotFound, SettledMeanwhile,
    OutcomeNotPossible, FileLost and what `notify` raises.
    """
    by.require(Permission.STAY_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    came = replace(told, channel=Channel.FAX, notified_at=min(told.notified_at, paper.received_at))
    if _sent_before(came.client_key, by):
        return notify(came, face_sheet=None, by=by, at=at)
    require_waiting(paper)
    files = [file for _, file in files_to_attach(paper)]
    sheet = files.pop(0) if has_face_sheet else None
    stay = notify(came, face_sheet=sheet, clinicals=files, by=by, at=at)
    settle(paper, PaperState.NEW_REQUEST, case=stay, by=by, at=at)
    return stay


def _sent_before(client_key: str, by: Actor) -> bool:
    return Admission.objects.filter(tenant_id=by.tenant_id, client_key=client_key).exists()
