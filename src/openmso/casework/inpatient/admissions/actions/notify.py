"""A hospital tells us of an admission, by whichever way: the stay begins on our desks."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record

from ...post_stabilization.patient import member_told
from ..domain.concurrent_review import Desk
from ..domain.notification import Channel, Notification, require_possible
from ..domain.states import State
from ..domain.stay import Move, MoveKind
from ..events import Event
from ..models import Admission
from ..patient import covered_patient
from ..steps.clock_keeping import keep_notification_clock
from ..steps.keeping_moves import first_move
from ..steps.queues import first_queue
from ..steps.same_key import found_the_second_time
from ..steps.whose_stay import begin_for_member

FACE_SHEET = "Face sheet"
CLINICALS = "Clinical notes"
_SOURCES = {
    Channel.PAGE: Document.Source.PORTAL,
    Channel.PHONE: Document.Source.PHONE,
    Channel.FAX: Document.Source.FAX,
}


@found_the_second_time
@action
def notify(
    told: Notification,
    *,
    face_sheet: Inspected | None,
    clinicals: Sequence[Inspected] = (),
    by: Actor,
    at: datetime,
) -> Admission:
    """Store the stay with its papers, mark a late notice as late, and put it on its queue.

    A patient whose card number and birth date were told is identified at once. The same key with
    the same content is the same stay. Raises NotPossible, SameKeyOtherContent.
    """
    before = Admission.objects.filter(tenant_id=by.tenant_id, client_key=told.client_key).first()
    if before is not None:
        return _again(before, told, by=by, at=at)
    require_possible(told, at=at)
    stay = _row(told, by=by, at=at)
    member_id = member_told(told.plan_number, told.birth_date, by=by)
    if member_id is not None:
        covered_patient(stay, member_id, at=at)
        if stay.coverage_id is None:
            # A person looks before anybody is told that this is not our member.
            stay.member, stay.identified_at = None, None
    stay.save(force_insert=True)
    arrival = Move(
        at=told.admitted.admitted_at,
        kind=MoveKind.ENTER,
        level=told.admitted.level,
        place=told.hospital_id,
    )
    first_move(stay, arrival, at=at)
    stay.notified_late = keep_notification_clock(stay)
    stay.save(update_fields=["notified_late"])
    _record(stay, told, with_face_sheet=face_sheet is not None, by=by, at=at)
    papers = [(FACE_SHEET, face_sheet)] if face_sheet else []
    for title, file in (*papers, *((CLINICALS, each) for each in clinicals)):
        attach(
            stay,
            file,
            title=title,
            source=_SOURCES[told.channel],
            received_at=told.notified_at,
            by=by,
            at=at,
        )
    first_queue(stay, at=at)
    if stay.member_id is not None:
        begin_for_member(stay, by=by, at=at)
    return stay


def _again(before: Admission, told: Notification, *, by: Actor, at: datetime) -> Admission:
    if before.fingerprint != told.fingerprint():
        raise SameKeyOtherContent(
            f"This form was sent before as {before.number}, with other content. "
            "Open that stay, or start a new form."
        )
    record(before, Event.NOTIFIED_AGAIN, by=by, at=at)
    return before


def _record(
    stay: Admission, told: Notification, *, with_face_sheet: bool, by: Actor, at: datetime
) -> None:
    record(
        stay,
        Event.NOTIFIED,
        by=by,
        at=at,
        happened_at=told.notified_at,
        channel=str(told.channel),
        admission=str(told.admitted.way),
        face_sheet=with_face_sheet,
        late=stay.notified_late,
    )


def _row(told: Notification, *, by: Actor, at: datetime) -> Admission:
    said, on = told.admitted, office_calendar(by.tenant_id).local(told.notified_at).date()
    return Admission(
        tenant_id=by.tenant_id,
        number=readable_number("IP", on, secrets.choice),
        client_key=told.client_key,
        fingerprint=told.fingerprint(),
        state=State.IN_HOUSE,
        channel=told.channel,
        notified_at=told.notified_at,
        recorded_at=at,
        hospital_id=told.hospital_id,
        caller=told.caller,
        call_back=told.call_back,
        told_name=told.patient_name,
        told_birth_date=told.birth_date,
        told_number=told.plan_number,
        told_authorization=said.authorization,
        told_receipt=said.receipt,
        way=said.way,
        admitted_at=said.admitted_at,
        reason=said.reason,
        attending=said.attending,
        review_desk=Desk.NURSE,
        next_review_on=on,
    )
