"""The phone desk: take a call and page, see what became of it, take an answer by code."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.on_call.actions.acknowledge import (
    AlreadyAcknowledged,
    UnknownCode,
    acknowledge_by_code,
)
from openmso.office.on_call.actions.take_call import Call, take_call
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.pages import PageNotFound, call_taken, newest_calls

from ..staff_request import StaffRequest, zone_of
from .desk_forms import CallForm, CodeForm
from .tabs import tabs
from .words import STATES, role_name

_FOLDER = "staff_portal/on_call"


@requires(Permission.ON_CALL_TAKE_CALL)
@require_http_methods(["GET", "POST"])
def calls(request: StaffRequest) -> HttpResponse:
    """Take a call. Nothing of any chart is shown or looked up."""
    zone = zone_of(request)
    form = CallForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        taken = take_call(
            Call(
                role=DutyRole(typed["role"]),
                caller=typed["caller"],
                call_back=typed["call_back"],
                about=typed["about"],
                message=typed["message"],
            ),
            by=request.actor,
            at=request.arrived_at,
        )
        return redirect("staff:on_call_call", call_id=taken.id)
    rows = [
        {
            "id": one.id,
            "number": one.number,
            "role": role_name(one.role),
            "taken": staff_time(one.taken_at, zone),
            "by": one.taken_by_name,
        }
        for one in newest_calls(request.actor)
    ]
    context = {"form": form, "rows": rows, "tabs": tabs(request.actor, "staff:on_call_calls")}
    return render(request, f"{_FOLDER}/calls.html", context, status=form.status)


@requires(Permission.ON_CALL_TAKE_CALL)
@require_GET
def call(request: StaffRequest, call_id: UUID) -> HttpResponse:
    """Show what became of a call: its receipt number and times, not what was said."""
    zone = zone_of(request)
    try:
        taken, page = call_taken(request.actor, call_id)
    except PageNotFound:
        raise Http404 from None
    steps = [f"{staff_time(taken.taken_at, zone)}: call taken by {taken.taken_by_name}"]
    if page is not None:
        steps += [
            f"{staff_time(one.called_at, zone)}: {role_name(one.role)} called, {one.name}"
            for one in page.calls.order_by("step")
        ]
        if page.unanswered_at:
            steps.append(f"{staff_time(page.unanswered_at, zone)}: nobody left to call")
        if page.acknowledged_at:
            who, at = page.acknowledged_by_name, staff_time(page.acknowledged_at, zone)
            steps.append(f"{at}: {who} has it")
    context = {
        "number": taken.number,
        "role": role_name(taken.role),
        "state": STATES[page.page_state] if page else None,
        "nobody": page is not None and page.is_unanswered,
        "steps": steps,
    }
    return render(request, f"{_FOLDER}/call.html", context)


@requires(Permission.ON_CALL_TAKE_CALL)
@require_http_methods(["GET", "POST"])
def by_code(request: StaffRequest) -> HttpResponse:
    """Write down that somebody answered a page by telephone."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            page = acknowledge_by_code(
                form.cleaned_data["code"], by=request.actor, at=request.arrived_at
            )
        except (UnknownCode, AlreadyAcknowledged) as refusal:
            form.add_error("code", str(refusal))
        else:
            messages.success(request, f"{page.acknowledged_by_name} has page {page.number}.")
            return redirect("staff:on_call_code")
    context = {"form": form, "tabs": tabs(request.actor, "staff:on_call_code")}
    return render(request, f"{_FOLDER}/by_code.html", context, status=form.status)
