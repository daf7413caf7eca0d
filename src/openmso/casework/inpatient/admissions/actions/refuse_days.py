"""A physician refuses further days. This is the only way to a no during a stay."""

from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.decision import require_qualified_signer
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters.letter import Kind
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import computed, store_deadlines
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.duty_clocks import of_duty

from ..domain.concurrent_review import Desk, Outcome, first_open_day
from ..events import Event
from ..letters import days_refused, denial, desk_phone
from ..models import Admission
from ..refusal import DaysNo, refusal_facts, require_criterion_in_force, signer_facts
from ..steps.answering import keep_answer
from ..steps.locking import in_house, keep, require_identified
from ..steps.queues import to_its_queue
from ..steps.writing_to import write_to_hospital, write_to_member

TELL_PROVIDER = "tell_hospital_of_a_no"
_QUESTION = "prior_auth/concurrent_notice"


@action
def refuse_days(
    admission_id: UUID, no: DaysNo, *, by: Actor, at: datetime, version: int
) -> Admission:
    """Refuse the days that are not approved yet; the letters to hospital and member are ordered.

    Approved days stay approved, and care goes on until the treating physician knows and agrees to
    a plan. Raises StayNotFound, MoveNotAllowed, NotIdentified, ChangedMeanwhile,
    CriterionNotInForce, and NotQualifiedToDeny with every reason.
    """
    stay = in_house(admission_id, by=by, version=version)
    require_identified(stay)
    require_qualified_signer(signer_facts(stay, by, at=at), refusal_facts(stay, no))
    if stay.review_desk != Desk.PHYSICIAN:
        raise MoveNotAllowed("Only a stay that was handed to a physician can get a no.")
    require_criterion_in_force(stay, no, at=at)
    admitted_on = office_calendar(stay.tenant_id).local(stay.admitted_at).date()
    review = keep_answer(
        stay,
        Outcome.REFUSED,
        from_on=first_open_day(admitted_on, stay.approved_until_on),
        words=no.clinical_reason,
        by=by,
        at=at,
        plain_reason=no.plain_reason,
        plain_reason_es=no.plain_reason_es,
        criteria_edition_id=no.criteria_edition_id,
    )
    stay.review_desk, stay.next_review_on = Desk.NURSE.value, review.decided_on
    keep(stay, "review_desk", "next_review_on")
    record(
        stay,
        Event.DAYS_REFUSED,
        by=by,
        at=at,
        from_day=f"{review.from_on:%m/%d/%Y}",
        criteria_edition=str(no.criteria_edition_id),
    )
    to_its_queue(stay, outcome="days refused", at=at)
    _start_clock(stay, at=at)
    phone = desk_phone(stay, at=at)
    write_to_hospital(
        stay, Kind.STAY_DAYS_REFUSED, days_refused(stay, review, phone=phone), by=by, at=at
    )
    write_to_member(stay, Kind.DENIAL, denial(stay, review, phone=phone), by=by, at=at)
    return stay


def _start_clock(stay: Admission, *, at: datetime) -> None:
    """Start the time in which the hospital must hear of it, where the law names one."""
    book = rulebook()
    running = running_clocks(
        book,
        _QUESTION,
        facts={"line_of_business": stay.line_of_business, "review_timing": "concurrent"},
        moments={"decision_made": at},
        office=office_calendar(stay.tenant_id),
    )
    clocks = of_duty(TELL_PROVIDER, running)
    store_deadlines(stay, computed(clocks, edition=book.edition))
