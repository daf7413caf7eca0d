"""The page of the plan, and what the member adds to it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from openmso.care.case_management.actions.comment import comment
from openmso.care.case_management.actions.set_goal import set_goal
from openmso.care.case_management.domain.states import NotOpen

from ..pages import MemberRequest, member_page, member_says, page_language
from .forms import GoalForm, SayForm
from .page import MyCarePlan, my_care_plan

_FormClass = type[GoalForm] | type[SayForm]


@member_page
def care_plan(request: MemberRequest) -> HttpResponse:
    """Show the member's own plan."""
    return _page(request, _plan(request), GoalForm(), SayForm())


@member_says
def say(request: MemberRequest) -> HttpResponse:
    """Keep what the member says about the plan."""
    return _keep(request, SayForm, comment, _("We have it. We will answer you."))


@member_says
def goal(request: MemberRequest) -> HttpResponse:
    """Keep a goal of the member."""
    return _keep(request, GoalForm, set_goal, _("Your goal is in your plan now."))


def _keep(
    request: MemberRequest, form_class: _FormClass, act: Callable[..., object], done: str
) -> HttpResponse:
    plan = _plan(request)
    if plan is None or not plan.can_speak:
        raise Http404
    form = form_class(request.POST)
    if not form.is_valid():
        goals = form if isinstance(form, GoalForm) else GoalForm()
        says = form if isinstance(form, SayForm) else SayForm()
        return _page(request, plan, goals, says, status=form.status)
    try:
        act(
            plan.case_id,
            form.cleaned_data["words"],
            language=page_language(),
            by=request.actor,
            at=request.arrived_at,
        )
    except NotOpen:
        raise Http404 from None
    messages.success(request, done)
    return redirect("member:care_plan")


def _plan(request: MemberRequest) -> MyCarePlan | None:
    return my_care_plan(request.actor, at=request.arrived_at, language=page_language())


def _page(
    request: MemberRequest,
    plan: MyCarePlan | None,
    goal_form: GoalForm,
    say_form: SayForm,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"plan": plan, "goal_form": goal_form, "say_form": say_form}
    return render(request, "member_portal/care_plan.html", context, status=status)
