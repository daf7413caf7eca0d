"""The regulator's notice: the application qualifies. From its arrival the packet's time runs."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..doctors import doctors_of
from ..domain.clocks import ACCEPTANCE, due_when_told
from ..domain.forum import Forum
from ..domain.notice import Notice
from ..domain.packet import Kind, certificate
from ..domain.ruling import Answer, Asked
from ..domain.states import Move, State, after
from ..events import Event
from ..models import ExternalReview, PacketPaper
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.outside_decisions import keep_decision
from ..steps.papers import add_papers
from ..steps.queues import renew_on_queue

TITLE = "Notice that the application qualifies"


@action
def record_acceptance(
    review_id: UUID,
    notice: Notice,
    *,
    expedited: bool,
    letter: Inspected | None = None,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> ExternalReview:
    """Keep that the regulator accepted, and start the packet's clock: the short one if expedited.

    Raises MoveNotAllowed, NotPossible, ReviewNotFound, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by, version=version)
    case.state = after(State(case.state), Move.ACCEPT, forum=Forum(case.forum))
    keep_decision(
        case,
        Asked.QUALIFIES,
        Answer.QUALIFIES,
        notice,
        letter=letter,
        title=TITLE,
        by=by,
        at=at,
    )
    became_urgent = expedited and not case.urgent
    case.urgent = expedited
    case.told_at = notice.received_at
    case.filed_at = case.filed_at or notice.received_at
    case.outside_reference = notice.reference or case.outside_reference
    keep(case, "state", "urgent", "told_at", "filed_at", "outside_reference")
    record(
        case,
        Event.ACCEPTED,
        by=by,
        at=at,
        happened_at=notice.received_at,
        expedited=expedited,
        reference=case.outside_reference,
    )
    if became_urgent:
        _ask_for_certificate(case, by=by, at=at)
    meet(case, ACCEPTANCE, at=notice.received_at)
    start_clocks(case, due_when_told, notice.received_at, at=at)
    renew_on_queue(case, outcome="accepted", at=at)
    return case


def _ask_for_certificate(case: ExternalReview, *, by: Actor, at: datetime) -> None:
    """An urgent review wants the doctor's word, if it is not on the checklist yet."""
    kind = Kind.URGENCY_CERTIFICATE
    if PacketPaper.objects.filter(tenant_id=case.tenant_id, review=case, kind=kind).exists():
        return
    on = office_calendar(case.tenant_id).local(at).date()
    doctors = doctors_of(case.request, on=on)
    add_papers(case, [certificate(kind, doctors[0])])
    record(case, Event.URGENT, by=by, at=at)
