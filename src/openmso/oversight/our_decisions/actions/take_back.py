"""A text is taken back from the public list; that it was public stays on record."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import OurDecision
from ..queries import public_text_of


class NothingPublic(LookupError):
    """No text about this case is public."""


class SayWhy(ValueError):
    """Taking a text back needs a reason."""


@action
def take_back(case_id: UUID, *, why: str, by: Actor, at: datetime) -> OurDecision:
    """Take the text about a case off the public list. Raises NothingPublic, SayWhy, NotAllowed."""
    by.require(Permission.REPORT_REVIEW)
    if not why.strip():
        raise SayWhy("Say why it is taken back.")
    decision = public_text_of(by.tenant_id, case_id)
    if decision is None:
        raise NothingPublic("No text about this case is public.")
    decision.taken_back_at, decision.taken_back_by_name = at, by.name
    decision.taken_back_why = why.strip()[:300]
    decision.save(update_fields=["taken_back_at", "taken_back_by_name", "taken_back_why"])
    record(decision, Event.TAKEN_BACK, by=by, at=at, why=decision.taken_back_why)
    return decision
