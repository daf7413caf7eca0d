"""A nurse or a physician approves days of a stay, and says by that when we look again."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.casework.prior_auth.signatures import require_signature
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.letters.letter import Kind
from openmso.office.timeline.action import action, record

from ..domain.concurrent_review import Desk, Outcome, days_through, next_review_on
from ..events import Event
from ..letters import days_approved
from ..models import Admission
from ..steps.answering import keep_answer
from ..steps.locking import in_house, keep, require_identified
from ..steps.queues import to_its_queue
from ..steps.writing_to import write_to_hospital


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysYes:
    """Approved through `last_day`, that day included; `why` names what the notes show."""

    last_day: date
    why: str
    criteria_edition_id: UUID | None = None


@action
def approve_days(
    admission_id: UUID, yes: DaysYes, *, by: Actor, at: datetime, version: int | None = None
) -> Admission:
    """Approve the open days through a day and write to the hospital.

    Raises StayNotFound, MoveNotAllowed, NotIdentified, ChangedMeanwhile, NotAllowed,
    DaysNotPossible; SignatureNotInForce for a physician without a licence or attestation.
    """
    by.require(Permission.STAY_APPROVE_DAYS)
    stay = in_house(admission_id, by=by, version=version)
    require_identified(stay)
    require_signature(by, at=at)
    office = office_calendar(stay.tenant_id)
    days = days_through(
        yes.last_day,
        admitted_on=office.local(stay.admitted_at).date(),
        approved_until_on=stay.approved_until_on,
    )
    review = keep_answer(
        stay,
        Outcome.APPROVED,
        from_on=days.from_on,
        until_on=days.until_on,
        words=yes.why,
        by=by,
        at=at,
        criteria_edition_id=yes.criteria_edition_id,
    )
    stay.approved_until_on, stay.review_desk = days.until_on, Desk.NURSE.value
    stay.next_review_on = next_review_on(days, office)
    keep(stay, "approved_until_on", "review_desk", "next_review_on")
    record(
        stay,
        Event.DAYS_APPROVED,
        by=by,
        at=at,
        from_day=f"{days.from_on:%m/%d/%Y}",
        last_day=f"{yes.last_day:%m/%d/%Y}",
        next_review=f"{stay.next_review_on:%m/%d/%Y}",
    )
    to_its_queue(stay, outcome="days approved", at=at)
    write_to_hospital(stay, Kind.STAY_DAYS_APPROVED, days_approved(stay, review), by=by, at=at)
    return stay
