"""Somebody says something about the care plan; what a member says is answered."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import Comment
from ..queries import newest_plan
from ..steps.locking import day_of, locked
from ..steps.member_says import require_say
from ..steps.next_due import keep_in_step
from ..steps.tasks import new_task

ANSWER = "Answer what the member said about the care plan"


@action
def comment(case_id: UUID, words: str, *, language: str = "en", by: Actor, at: datetime) -> Comment:
    """Keep the words as part of the record; a member's own become a task of today.

    Raises CareCaseNotFound, NotOpen, NotAllowed.
    """
    by_member = require_say(by)
    case = locked(case_id, by=by)
    plan = newest_plan(case)
    said = Comment.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        edition=plan.edition if plan else 0,
        words=words,
        language=language,
        by_member=by_member,
        by_name=by.name,
        written_at=at,
    )
    record(case, Event.COMMENTED, by=by, at=at, by_member=by_member)
    if by_member:
        new_task(case, ANSWER, day_of(case, at), by=by, at=at)
        keep_in_step(case, at=at)
    return said
