"""A nurse or physician says yes to the hospital, in time."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.signatures import require_signature
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record

from ..domain.responsibility import Answer, Who
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_letter_to_hospital
from ..models import PostStabilization
from ..steps.answering import keep_answer, require_answerable
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """What is approved: the care in words, its level, and when we look again."""

    care: str
    level_of_care: str = ""
    next_review_on: date | None = None


@action
def answer_yes(
    case_id: UUID, yes: Yes, *, by: Actor, at: datetime, version: int | None = None
) -> PostStabilization:
    """Approve the care and write to the hospital; an answer at the due time itself is in time.

    Raises MoveNotAllowed, NotIdentified, TooLate, CaseNotFound, ChangedMeanwhile, NotAllowed;
    SignatureNotInForce for a physician without a licence or an attestation of the day.
    """
    by.require(Permission.POST_STABILIZATION_APPROVE)
    case = locked(case_id, by=by, version=version)
    state = after(State(case.state), Move.APPROVE)
    require_signature(by, at=at)
    deadline = require_answerable(case, at=at)
    answer = keep_answer(
        case,
        Answer.APPROVED,
        words=yes.care,
        level_of_care=yes.level_of_care,
        next_review_on=yes.next_review_on,
        by=by,
        at=at,
    )
    on = office_calendar(case.tenant_id).local(at).date()
    case.state = state
    case.authorization_number = readable_number("AU", on, secrets.choice)
    case.responsible, case.responsible_from = Who.PLAN, case.asked_at
    case.responsible_rule = deadline.rule_id if deadline else ""
    keep(
        case,
        *("state", "authorization_number", "responsible", "responsible_from", "responsible_rule"),
    )
    record(
        case,
        Event.APPROVED,
        by=by,
        at=at,
        authorization=case.authorization_number,
        level_of_care=yes.level_of_care,
    )
    to_its_queue(case, deadline, outcome="approved", at=at)
    order_letter_to_hospital(case, answer=answer, by=by, at=at)
    return case
