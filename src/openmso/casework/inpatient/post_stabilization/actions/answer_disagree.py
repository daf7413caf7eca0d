"""A physician disagrees with the hospital and offers the talk. The only way to a no."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.credentials import credentials_of
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import action, record

from ..domain.responsibility import Answer, Who
from ..domain.signer import DisagreementSigner, require_qualified
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_letter_to_hospital
from ..models import Consultation, PostStabilization
from ..steps.answering import keep_answer, require_answerable
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """The clinical reason, and the number at which the physician can be reached at once."""

    reason: str
    consult_phone: str


@action
def answer_disagree(
    case_id: UUID, no: Disagreement, *, by: Actor, at: datetime, version: int | None = None
) -> PostStabilization:
    """Disagree, offer the consultation, and write to the hospital.

    The plan stays responsible until one of the four ends comes; care goes on meanwhile. Raises
    MoveNotAllowed, NotIdentified, TooLate, CaseNotFound, ChangedMeanwhile, and
    NotQualifiedToDisagree with every reason.
    """
    case = locked(case_id, by=by, version=version)
    require_qualified(_signer(by, at=at), reason=no.reason, consult_phone=no.consult_phone)
    state = after(State(case.state), Move.DISAGREE)
    deadline = require_answerable(case, at=at)
    answer = keep_answer(case, Answer.DISAGREED, words=no.reason, by=by, at=at)
    talk = Consultation.objects.create(
        tenant_id=case.tenant_id,
        request=case,
        physician_name=by.name,
        phone=no.consult_phone,
        offered_at=at,
    )
    case.state = state
    case.responsible, case.responsible_from = Who.PLAN, at
    case.responsible_rule = deadline.rule_id if deadline else ""
    keep(case, "state", "responsible", "responsible_from", "responsible_rule")
    record(case, Event.DISAGREED, by=by, at=at)
    record(case, Event.CONSULTATION_OFFERED, by=by, at=at, phone=no.consult_phone)
    to_its_queue(case, deadline, outcome="disagreed", at=at)
    order_letter_to_hospital(case, answer=answer, talk=talk, by=by, at=at)
    return case


def _signer(by: Actor, *, at: datetime) -> DisagreementSigner:
    state = tenant_by_id(by.tenant_id).state
    if by.id is None or not by.is_person:
        return DisagreementSigner(
            is_person=False,
            may_disagree=False,
            state=state,
            licensed_in=frozenset(),
            attested=False,
        )
    on = office_calendar(by.tenant_id).local(at).date()
    held = credentials_of(by.tenant_id, by.id, on=on)
    return DisagreementSigner(
        is_person=True,
        may_disagree=by.may(Permission.POST_STABILIZATION_DISAGREE),
        state=state,
        licensed_in=held.physician_licensed_in,
        attested=held.has_current_attestation,
    )
