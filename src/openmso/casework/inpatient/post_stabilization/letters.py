"""The letters to a hospital: which one a state owes, what it says, ordered with the move."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters import fields as f
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind, Reader
from openmso.office.tenants.queries import tenant_by_id

from .domain.states import State
from .models import Consultation, PostStabilization, SignedAnswer

_PHYSICIAN = "Physician reviewer"


def order_letter_to_hospital(
    case: PostStabilization,
    *,
    answer: SignedAnswer | None = None,
    talk: Consultation | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Order what the case's state owes the hospital in writing; an answer owes `answer`.

    Nothing while the patient is not identified: no plan could be named in it.
    """
    if case.member_id is None or not case.line_of_business or case.asked_at is None:
        return
    kind, fields = _letter(case, answer, talk)
    order_letter(
        case,
        kind=kind,
        reader=Reader.HOSPITAL,
        fields=fields,
        about_member_id=case.member_id,
        receiver_id=case.hospital_id,
        plan_id=case.plan_id,
        by=by,
        at=at,
    )


def _letter(
    case: PostStabilization, answer: SignedAnswer | None, talk: Consultation | None
) -> tuple[Kind, f.Fields]:
    if case.state == State.APPROVED and answer is not None:
        return Kind.HOSPITAL_APPROVAL, _approval(case, answer)
    if case.state == State.DISAGREED and answer is not None and talk is not None:
        return Kind.HOSPITAL_DISAGREEMENT, _disagreement(case, answer, talk)
    if case.state == State.PLAN_RESPONSIBLE and case.responsible_from is not None:
        return Kind.PLAN_RESPONSIBLE, f.PlanResponsibleFields(
            case=_facts(case),
            night=_night(case),
            due_at=case.responsible_from,
            citation=_citation(case),
        )
    raise ValueError(f"{case.number} owes no letter while it is {case.state}")


def _approval(case: PostStabilization, answer: SignedAnswer) -> f.HospitalApprovalFields:
    return f.HospitalApprovalFields(
        case=_facts(case),
        night=_night(case),
        answered_at=answer.answered_at,
        authorization_number=case.authorization_number,
        approved=f.Wording(text=answer.words),
        level_of_care=answer.level_of_care,
        next_review_on=answer.next_review_on,
    )


def _disagreement(
    case: PostStabilization, answer: SignedAnswer, talk: Consultation
) -> f.HospitalDisagreementFields:
    return f.HospitalDisagreementFields(
        case=_facts(case),
        night=_night(case),
        answered_at=answer.answered_at,
        clinical_reason=f.Wording(text=answer.words),
        physician=f.Professional(name=answer.signed_by_name, title=_PHYSICIAN, phone=talk.phone),
        citation=_citation(case) or "no rule names a time for this line of business",
    )


def _citation(case: PostStabilization) -> str:
    return rulebook().rule(case.responsible_rule).citation if case.responsible_rule else ""


def _night(case: PostStabilization) -> f.HospitalNight:
    return f.HospitalNight(
        asked_at=case.asked_at or case.recorded_at,
        stabilized_at=case.stabilized_at,
        stabilized_by=case.stabilized_by,
        care=f.Wording(text=case.care),
    )


def _facts(case: PostStabilization) -> f.CaseFacts:
    asked_at = case.asked_at or case.recorded_at
    return f.CaseFacts(
        request_number=case.number,
        member_name=case.member.full_name if case.member else case.told_name,
        member_number=case.coverage.member_number if case.coverage else "",
        plan_name=case.plan.name if case.plan else "",
        line_of_business=case.line_of_business,
        received_on=office_calendar(case.tenant_id).local(asked_at).date(),
        requested_by=", ".join(filter(None, (case.caller, case.hospital.name))),
        asked=f.Wording(text="care after stabilization"),
        services=(),
        time_zone=tenant_by_id(case.tenant_id).time_zone,
    )
