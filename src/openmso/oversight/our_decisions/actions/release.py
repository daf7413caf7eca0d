"""A person releases a text about a decided case, after the check found nothing in it."""

from datetime import datetime

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.oversight.reports.terms import terms

from ..decided import Decided, alike
from ..domain.releasing import Draft, why_not
from ..events import Event
from ..models import OurDecision


class MayLeadToAPerson(ValueError):
    """The text is not published; `reasons` says what was found, in sentences."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class ReleasedAlready(ValueError):
    """A text about this case is public. Take it back first."""


@action
def release(decided: Decided, *, text: str, by: Actor, at: datetime) -> OurDecision:
    """Put a decided case on the public list with `text`.

    Only a person releases. Raises MayLeadToAPerson with everything found, ReleasedAlready,
    NotAllowed.
    """
    by.require(Permission.REPORT_REVIEW)
    if by.id is None or not by.is_person:
        raise NotAllowed("Only a person releases a text.")
    public = OurDecision.objects.filter(tenant_id=by.tenant_id, taken_back_at=None)
    if public.filter(case_id_of=decided.id).exists():
        raise ReleasedAlready("A text about this case is public. Take it back first.")
    counted = alike(by.tenant_id, year=decided.year, line_of_business=decided.line_of_business)
    draft = Draft(text=text, names=decided.names, alike=counted)
    reasons = why_not(draft, fewest=terms().fewest_in_public)
    if reasons:
        raise MayLeadToAPerson(reasons)
    decision = OurDecision.objects.create(
        tenant_id=by.tenant_id,
        case_kind_of=decided.kind,
        case_id_of=decided.id,
        year=decided.year,
        decided_by=decided.decided_by,
        outcome=decided.outcome,
        line_of_business=decided.line_of_business,
        category=decided.category,
        text=text.strip(),
        released_by_name=by.name,
        released_at=at,
    )
    record(decision, Event.RELEASED, by=by, at=at, about=decided.number)
    return decision
