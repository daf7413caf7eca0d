"""What runs by itself: a letter with a no has left, so the hospital knows."""

from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import when
from openmso.office.letters.letter import Kind
from openmso.office.outbound.events import SENT
from openmso.office.timeline.queries import line_of_history

from .actions.note_hospital_told import note_hospital_told
from .case_kind import ADMISSION


@when(SENT)
def stay_letter_was_sent(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """Stop the clock of telling the hospital of a no; every other letter stops nothing."""
    if case_kind != ADMISSION:
        return
    event = line_of_history(tenant_id, event_id)
    if event.details["what"] != Kind.STAY_DAYS_REFUSED:
        return
    note_hospital_told(
        UUID(case_id),
        sent_at=event.happened_at,
        by=Actor.system("Post room", UUID(tenant_id)),
        at=clock.now(),
    )
