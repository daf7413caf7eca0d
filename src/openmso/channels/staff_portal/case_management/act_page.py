"""The page of one act in a care case: the same for all of them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.care.case_management.actions.close_case import TasksAreOpen
from openmso.care.case_management.actions.end_task import TaskEnded
from openmso.care.case_management.actions.flag_complex import FlagStands
from openmso.care.case_management.actions.hand_over import NotACaseManager
from openmso.care.case_management.actions.set_goal import GoalSettled
from openmso.care.case_management.domain.complex_condition import NotUnlocked
from openmso.care.case_management.domain.daily_status import DayNotWatched
from openmso.care.case_management.domain.states import NotOpen, OutcomeMissing, State
from openmso.care.case_management.models import CareCase
from openmso.care.case_management.queries import CareCaseNotFound, case_for, words_of
from openmso.office.access.models import Account
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import permissions_of

from ..foreign import like_absent
from ..staff_request import StaffRequest, zone_of
from .act import Act
from .acts import HandOver
from .every_act import ACTS, ENDS

_CLOSED = (NotOpen, TaskEnded, GoalSettled, FlagStands, NotUnlocked)
_TO_CORRECT = (DayNotWatched, OutcomeMissing, NotACaseManager, TasksAreOpen)
found = like_absent(CareCaseNotFound)


@requires(Permission.CARE_CASE_WORK)
@require_http_methods(["GET", "POST"])
@found
def act(request: StaffRequest, care_id: UUID, act: str) -> HttpResponse:
    """Show or carry out one act in a case."""
    case = case_for(request.actor, care_id)
    if act not in ACTS:
        raise Http404
    return _page(request, case, ACTS[act])


@requires(Permission.CARE_CASE_WORK)
@require_http_methods(["GET", "POST"])
@found
def end(request: StaffRequest, care_id: UUID, ending: str, thing_id: UUID) -> HttpResponse:
    """Show or carry out the end of one task, goal or treatment."""
    case = case_for(request.actor, care_id)
    if ending not in ENDS:
        raise Http404
    form_class = ENDS[ending]
    about = words_of(case, form_class.thing, thing_id)
    return _page(request, case, form_class, thing_id=thing_id, about=about)


def _page(
    request: StaffRequest,
    case: CareCase,
    form_class: type[Act],
    *,
    thing_id: UUID | None = None,
    about: str = "",
) -> HttpResponse:
    form = form_class(
        request.POST if request.method == "POST" else None,
        case=case,
        thing_id=thing_id,
        zone=zone_of(request),
        at=request.arrived_at,
    )
    if isinstance(form, HandOver):
        form.offer(_case_managers(case))
    status, reasons = form.status, _closed(form_class, form, case)
    if reasons:
        status = 409
    elif request.method == "POST" and form.is_valid():
        done = ""
        try:
            done = form.carry_out(by=request.actor, at=request.arrived_at)
        except _CLOSED as refusal:
            reasons = (str(refusal),)
        except _TO_CORRECT as refusal:
            form.add_error(None, str(refusal))
        if done:
            messages.success(request, done)
            return redirect(form_class.back, care_id=case.id)
        status = 409 if reasons else form.status
    context = {"case": case, "form": form, "about": about, "reasons": reasons}
    return render(request, "staff_portal/case_management/act.html", context, status=status)


def _closed(form_class: type[Act], form: Act, case: CareCase) -> tuple[str, ...]:
    if case.state != State.OPEN:
        return ("This case is closed. Open a new one to go on.",)
    if not form_class.is_offered(case, form.today):
        return (f"{form_class.title}: not as the case stands now.",)
    return ()


def _case_managers(case: CareCase) -> list[tuple[str, str]]:
    people = Account.objects.filter(tenant_id=case.tenant_id, is_active=True).order_by("name")
    return [
        (str(one.id), one.name)
        for one in people
        if Permission.CARE_CASE_WORK in permissions_of(one.roles)
        and (not one.ipa_ids or case.ipa_id in one.ipa_ids)
        and one.id != case.manager_id
    ]
