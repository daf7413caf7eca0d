"""The letter of a case: the detailed reasons, in the words that were written for this member."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.letters import fields as f
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind, Reader
from openmso.office.tenants.queries import tenant_by_id

from .domain.asking import Way
from .domain.care import Care
from .domain.reasons import Reasons
from .models import FastTrackCase

_CARE = {
    Care.HOSPITAL_STAY: {"en": "hospital stay", "es": "estancia en el hospital"},
    Care.NURSING_FACILITY: {
        "en": "care in the nursing home",
        "es": "atención en el centro de enfermería",
    },
    Care.HOME_HEALTH: {"en": "home care", "es": "atención en casa"},
    Care.REHABILITATION_FACILITY: {
        "en": "care in the therapy center",
        "es": "atención en el centro de terapia",
    },
}


def order_reasons(case: FastTrackCase, reasons: Reasons, *, by: Actor, at: datetime) -> None:
    """Order the letter that the QIO's notice makes owed."""
    stay = case.care == Care.HOSPITAL_STAY
    order_letter(
        case,
        kind=Kind.DISCHARGE_REASONS if stay else Kind.CARE_ENDS_REASONS,
        reader=Reader.MEMBER,
        fields=_fields(case, reasons),
        about_member_id=case.member_id,
        receiver_id=case.member_id,
        plan_id=case.plan_id,
        by=by,
        at=at,
    )


def _fields(case: FastTrackCase, reasons: Reasons) -> f.EndReasonsFields:
    language = "es" if case.member.language == "es" else "en"
    changed = f.worded_for(reasons.changed, reasons.changed_es, language)
    return f.EndReasonsFields(
        case=_facts(case, language),
        provider=case.provider_name,
        ends_on=case.ends_on,
        why=f.worded_for(reasons.why, reasons.why_es, language),
        rule_used=reasons.rule_used.strip(),
        what_changed=changed if changed.text else None,
        in_time=case.asked_way == Way.QIO_IN_TIME if case.asked_way else None,
    )


def _facts(case: FastTrackCase, language: str) -> f.CaseFacts:
    heard_at = case.told_at or case.recorded_at
    return f.CaseFacts(
        request_number=case.number,
        member_name=case.member.full_name,
        member_number=case.member_number,
        plan_name=case.plan.name,
        line_of_business=case.line_of_business,
        received_on=office_calendar(case.tenant_id).local(heard_at).date(),
        requested_by=case.provider_name,
        asked=f.Wording(text=_CARE[Care(case.care)][language], language=language),
        services=(),
        time_zone=tenant_by_id(case.tenant_id).time_zone,
    )
