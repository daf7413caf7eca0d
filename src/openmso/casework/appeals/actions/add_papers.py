"""New papers and words arrive for an appeal."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.timeline.action import action, record

from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked

_SENDERS = (Permission.APPEAL_FILE, Permission.PRACTICE_APPEAL, Permission.MEMBER_APPEAL)


@action
def add_papers(
    appeal_id: UUID,
    *,
    files: Sequence[tuple[str, Inspected]],
    words: str = "",
    source: str,
    received_at: datetime,
    by: Actor,
    at: datetime,
) -> Appeal:
    """Put papers and words on the appeal; the reviewer has to open what is new.

    Raises MoveNotAllowed, NotPossible when there is nothing to add.
    """
    if not any(by.may(one) for one in _SENDERS):
        raise NotAllowed(f"{by.name} may not add papers.")
    if not files and not words.strip():
        raise NotPossible("Add a paper or a few words.")
    appeal = locked(appeal_id, by=by)
    after(State(appeal.state), Move.WORK_ON)
    for title, file in files:
        attach(appeal, file, title=title, source=source, received_at=received_at, by=by, at=at)
    if words.strip():
        appeal.words = f"{appeal.words}\n\n{words.strip()}"
    keep(appeal, "words")
    record(appeal, Event.PAPERS_ADDED, by=by, at=at, happened_at=received_at, files=len(files))
    return appeal
