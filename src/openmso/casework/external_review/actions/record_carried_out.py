"""The care was given after a ruling for the member, and a paper proves it."""

from datetime import date, datetime
from uuid import UUID

from openmso.casework.prior_auth.actions.note_care_given import note_care_given
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record

from ..domain.forum import Forum
from ..domain.ruling import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import ExternalReview
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue

TITLE = "Proof of service"


@action
def record_carried_out(
    review_id: UUID,
    *,
    served_on: date,
    served_what: str,
    proof: Inspected,
    source: str = Document.Source.FAX,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> ExternalReview:
    """Keep what was given, when, and the paper that shows it; the request hears of it too.

    Raises MoveNotAllowed, NotPossible for a day to come, ReviewNotFound, ChangedMeanwhile,
    NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    office = office_calendar(by.tenant_id)
    if served_on > office.local(at).date():
        raise NotPossible("This day has not come yet.")
    if not served_what.strip():
        raise NotPossible("Say what care was given.")
    case = locked(review_id, by=by, version=version)
    case.state = after(State(case.state), Move.PROVE, forum=Forum(case.forum))
    case.proof = attach(case, proof, title=TITLE, source=source, received_at=at, by=by, at=at)
    case.served_on, case.served_what = served_on, served_what.strip()[:300]
    keep(case, "state", "proof", "served_on", "served_what")
    served_at = min(office.instant(datetime.combine(served_on, datetime.min.time())), at)
    note_care_given(
        case.request_id,
        given_at=served_at,
        proof=f"{TITLE} on {case.number}",
        by=by,
        at=at,
    )
    record(
        case,
        Event.CARRIED_OUT,
        by=by,
        at=at,
        happened_at=served_at,
        authorization=case.authorization_number,
        proof=str(case.proof.id),
    )
    renew_on_queue(case, outcome="carried out", at=at)
    return case
