"""The letters of a care case: the plan, and what to do after a visit or a stay."""

from datetime import datetime

from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.letters import fields as f
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind, Reader
from openmso.office.tenants.queries import tenant_by_id

from .domain.states import GoalState, Source
from .models import CareCase, CarePlan, Goal, Instructions, StandingAccess

_ASKED = "care plan"


def order_plan_letter(case: CareCase, plan: CarePlan, *, by: Actor, at: datetime) -> None:
    """Order the letter that brings an edition of the plan to the member."""
    spanish = _writes_spanish(case)
    goals = Goal.objects.filter(tenant_id=case.tenant_id, case=case, state=GoalState.OPEN)
    accesses = StandingAccess.objects.filter(tenant_id=case.tenant_id, case=case)
    today = office_calendar(case.tenant_id).local(at).date()
    fields = f.CarePlanFields(
        case=_facts(case),
        edition=plan.edition,
        about=_words(plan.about, plan.about_es, spanish=spanish),
        steps=_lines(plan.steps, plan.steps_es, spanish=spanish),
        goals=tuple(
            f.Wording(text=goal.words, language=goal.language) for goal in goals.order_by("set_at")
        ),
        specialists=tuple(
            f.CareSpecialist(
                name=one.specialist.full_name,
                specialty=one.specialist.specialty,
                last_day=one.until_on - ONE_DAY,
            )
            for one in accesses.filter(until_on__gt=today).select_related("specialist")
        ),
        doctor=plan.doctor,
        manager=case.manager_name,
    )
    _order(case, Kind.CARE_PLAN, fields, by=by, at=at)


def order_instructions_letter(
    case: CareCase, given: Instructions, *, by: Actor, at: datetime
) -> None:
    """Order the letter with the instructions."""
    fields = f.CareInstructionsFields(
        case=_facts(case),
        after_a_stay=given.source == Source.DISCHARGE,
        from_whom=given.from_whom,
        given_on=given.given_on,
        steps=_lines(given.steps, given.steps_es, spanish=_writes_spanish(case)),
        follow_up_on=given.follow_up_on,
        manager=case.manager_name,
    )
    _order(case, Kind.CARE_INSTRUCTIONS, fields, by=by, at=at)


def _order(case: CareCase, kind: Kind, fields: f.Fields, *, by: Actor, at: datetime) -> None:
    order_letter(
        case,
        kind=kind,
        reader=Reader.MEMBER,
        fields=fields,
        about_member_id=case.member_id,
        receiver_id=case.member_id,
        plan_id=case.plan_id,
        by=by,
        at=at,
    )


def _writes_spanish(case: CareCase) -> bool:
    return case.member.language.partition("-")[0] == "es"


def _words(english: str, spanish_words: str, *, spanish: bool) -> f.Wording:
    if spanish and spanish_words:
        return f.Wording(text=spanish_words, language="es")
    return f.Wording(text=english)


def _lines(english: str, spanish_words: str, *, spanish: bool) -> tuple[f.Wording, ...]:
    chosen = _words(english, spanish_words, spanish=spanish)
    return tuple(
        f.Wording(text=line.strip(), language=chosen.language)
        for line in chosen.text.splitlines()
        if line.strip()
    )


def _facts(case: CareCase) -> f.CaseFacts:
    return f.CaseFacts(
        request_number=case.number,
        member_name=case.member.full_name,
        member_number=case.coverage.member_number,
        plan_name=case.plan.name,
        line_of_business=case.line_of_business,
        received_on=office_calendar(case.tenant_id).local(case.opened_at).date(),
        requested_by=case.manager_name,
        asked=f.Wording(text=_ASKED),
        services=(),
        time_zone=tenant_by_id(case.tenant_id).time_zone,
    )
