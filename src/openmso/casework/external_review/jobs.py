"""What runs by itself: an appeal that goes on to Medicare's independent entity becomes its case."""

from uuid import UUID

from openmso.casework.appeals.events import Event as AppealEvent
from openmso.casework.appeals.models import Appeal
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import when

from .actions.note_file_left import note_file_left
from .actions.open_outside_case import OutsideCase, open_outside_case
from .domain.forum import Forum
from .domain.states import State
from .models import ExternalReview
from .queries import open_review

_WHO = "Outside reviews"


@when(AppealEvent.GOES_ON)
def open_the_entitys_case(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """Open the case from the moment our no was affirmed; run twice, it is opened once.

    The file of a claim is sent by the appeals desk itself, and its answer is kept there.
    """
    del case_kind, event_id
    appeal = Appeal.objects.get(tenant_id=tenant_id, id=case_id)
    affirmed_at = appeal.closed_at
    if affirmed_at is None or appeal.request_id is None or _of_appeal(appeal) is not None:
        return
    if open_review(appeal.tenant_id, appeal.request_id, Forum.MEDICARE_ENTITY) is not None:
        return
    told = OutsideCase(
        forum=Forum.MEDICARE_ENTITY,
        asked_at=affirmed_at,
        told_at=affirmed_at,
        urgent=appeal.urgency == Urgency.EXPEDITED,
        appeal_id=appeal.id,
    )
    by = Actor.system(_WHO, UUID(tenant_id))
    open_outside_case(appeal.request_id, told, by=by, at=clock.now())


@when(AppealEvent.CASE_FILE_SENT)
def take_over_that_the_file_left(
    tenant_id: str, case_kind: str, case_id: str, event_id: str
) -> None:
    """Let the entity's case know, where the appeals desk sent the file itself."""
    del case_kind, event_id
    appeal = Appeal.objects.get(tenant_id=tenant_id, id=case_id)
    case = _of_appeal(appeal)
    if case is None or case.state != State.PACKET_DUE or appeal.case_file_sent_at is None:
        return
    by = Actor.system(_WHO, UUID(tenant_id))
    note_file_left(case.id, sent_at=appeal.case_file_sent_at, by=by, at=clock.now())


def _of_appeal(appeal: Appeal) -> ExternalReview | None:
    return ExternalReview.objects.filter(
        tenant_id=appeal.tenant_id, appeal_id=appeal.id, forum=Forum.MEDICARE_ENTITY
    ).first()
