"""Is an authorization needed? And the suggestions for service codes."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from openmso.casework.prior_auth.standing import standing_of
from openmso.channels.ui.forms.code_combo import Suggestion, suggestions
from openmso.office.access.permissions import Permission
from openmso.roster.benefits.queries import authorization_answer, find_services, service_named
from openmso.roster.eligibility.models import EligibilityReceipt
from openmso.roster.eligibility.queries import receipt_numbered
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import HealthPlan
from openmso.roster.plans.queries import plans_of

from ..pages import PracticeRequest, office_today, practice_page
from .forms import NeedForm
from .presenter import NeedAnswer, need_answer

_SUGGESTIONS = 12


@practice_page(Permission.CODE_SEARCH)
def need(request: PracticeRequest) -> HttpResponse:
    today = office_today(request)
    plans = plans_of(request.actor.tenant_id, today)
    asked = request.GET if "code" in request.GET else None
    form = NeedForm(asked, plans=[(str(plan.id), plan.name) for plan in plans], today=today)
    if asked is None:
        form.initial["receipt"] = request.GET.get("receipt", "")[:30]
    answer = _answer(request, form, plans, today) if form.is_valid() else None
    return render(
        request,
        "provider_portal/need/need.html",
        {"form": form, "answer": answer},
        status=form.status,
    )


@practice_page(Permission.CODE_SEARCH)
def codes(request: PracticeRequest) -> HttpResponse:
    found = find_services(request.GET.get("q", "")[:80], on=office_today(request))
    return suggestions(
        Suggestion(row.code, row.description, row.unit and f"counted by: {row.unit}")
        for row in found[:_SUGGESTIONS]
    )


def _answer(
    request: PracticeRequest, form: NeedForm, plans: list[HealthPlan], today: date
) -> NeedAnswer | None:
    said = form.cleaned_data
    service = service_named(said["code"])
    description = service.description if service else "not on our list of codes"
    if said["receipt"]:
        return _for_patient(request, form, description, today)
    plan = _plan(plans, said["plan"])
    found = authorization_answer(
        request.actor.tenant_id, plan.id, plan.line_of_business, said["code"], said["on"]
    )
    return need_answer(found, description=description, plan_name=plan.name, plan_decides=False)


def _for_patient(
    request: PracticeRequest, form: NeedForm, description: str, today: date
) -> NeedAnswer | None:
    said = form.cleaned_data
    try:
        receipt = receipt_numbered(request.actor, said["receipt"])
    except EligibilityReceipt.DoesNotExist:
        form.add_error("receipt", "We find no receipt of your office with this number.")
        return None
    if receipt.member_id is None:
        form.add_error("receipt", "This receipt names no patient. Check eligibility again.")
        return None
    standing = standing_of(
        request.actor.tenant_id,
        receipt.member_id,
        [said["code"]],
        on=said["on"],
        received_on=today,
    )
    if standing.coverage is None:
        form.add_error("on", "The patient has no coverage with us on this day.")
        return None
    return need_answer(
        standing.answers[0],
        description=description,
        plan_name=f"{standing.coverage.plan_name}, {standing.coverage.ipa_name}",
        plan_decides=standing.decided_by is DecidedBy.PLAN,
    )


def _plan(plans: list[HealthPlan], plan_id: UUID) -> HealthPlan:
    return next(plan for plan in plans if plan.id == plan_id)
