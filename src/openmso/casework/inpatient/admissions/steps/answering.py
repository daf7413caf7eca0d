"""What every answer about days needs before it can be given, and how it is kept."""

from datetime import date, datetime

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.law import office_calendar

from ..domain.concurrent_review import Outcome
from ..models import Admission, ConcurrentReview


def keep_answer(
    stay: Admission,
    outcome: Outcome,
    *,
    from_on: date,
    until_on: date | None = None,
    words: str,
    by: Actor,
    at: datetime,
    **more: object,
) -> ConcurrentReview:
    """Store the signed answer for the days from `from_on` up to but without `until_on`.

    Raises NotAllowed for a program.
    """
    if by.id is None or not by.is_person:
        raise NotAllowed("Only a person can answer for hospital days.")
    office = office_calendar(stay.tenant_id)
    return ConcurrentReview.objects.create(
        tenant_id=stay.tenant_id,
        admission=stay,
        outcome=outcome,
        from_on=from_on,
        until_on=until_on,
        words=words,
        signed_by_id=by.id,
        signed_by_name=by.name,
        decided_at=at,
        decided_on=office.local(at).date(),
        **more,
    )
