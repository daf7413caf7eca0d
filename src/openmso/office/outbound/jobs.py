"""Carries what was ordered to the carrier, and writes the proof down.

Safe when killed at any line: the carrier takes one key once, the proof of a key is always the same,
and a sending that carries its proof is left alone. The address is the one frozen with the order.
"""

from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.documents.store import FileLost, read
from openmso.office.jobs.queue import when
from openmso.office.timeline.queries import line_of_history

from .actions.dispatch import record_failed, record_sent
from .events import ORDERED
from .interfaces import CarrierFailed, wiring
from .models import Dispatch
from .piece import CaseOfLetter

POST_ROOM = "Post room"


@when(ORDERED)
def send(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """Hand one ordered sending to its carrier.

    Raises CarrierFailed after writing it down, so that the queue tries again and at last lays the
    job on the shelf a person reads.
    """
    event = line_of_history(tenant_id, event_id)
    dispatch = Dispatch.objects.get(tenant_id=tenant_id, id=event.details["dispatch"])
    if dispatch.state == Dispatch.State.SENT:
        return
    case = CaseOfLetter(case_kind, UUID(case_id), UUID(tenant_id))
    by = Actor.system(POST_ROOM, case.tenant_id)
    try:
        proof = hand_over(dispatch)
    except (CarrierFailed, FileLost) as problem:
        record_failed(case, dispatch.id, problem=str(problem), by=by, at=clock.now())
        raise
    record_sent(case, dispatch.id, proof=proof, by=by, at=clock.now())


def hand_over(dispatch: Dispatch) -> str:
    """Give the file to the way's carrier and return its proof. Raises CarrierFailed, FileLost."""
    return wiring.carrier(dispatch.way).hand_over(
        key=str(dispatch.id),
        address=dispatch.snapshot(),
        content=read(dispatch.content_sha256),
        file_name=dispatch.file_name,
    )
