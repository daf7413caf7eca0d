"""The week, publishing, swapping, being away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.on_call.actions.note_leave import LeaveOpensGaps, note_leave
from openmso.office.on_call.actions.publish_schedule import ScheduleHasGaps, publish_schedule
from openmso.office.on_call.actions.swap_shift import SwapRefused, swap_shift
from openmso.office.on_call.domain.words import stretch_in_words
from openmso.office.on_call.models import Shift
from openmso.office.on_call.people import NotForDuty, people_for_duty
from openmso.office.on_call.queries import (
    ShiftNotFound,
    schedule_with_shifts,
    shift_to_swap,
    shifts_to_return,
)
from openmso.office.timeline.queries import history

from ..staff_request import StaffRequest, zone_of
from .publish_forms import PublishForm, ShiftListForm, WeeklyForm
from .swap_forms import LeaveForm, SwapForm
from .tabs import tabs
from .week import first_day, week_page
from .words import history_in_words, role_name

_FOLDER = "staff_portal/on_call"
_MOST_GAPS = 20


@requires(Permission.ON_CALL_READ)
@require_GET
def week(request: StaffRequest) -> HttpResponse:
    """Show who is on duty, day by day, and every time in which nobody is."""
    zone = zone_of(request)
    first = first_day(request.GET.get("week", ""), request.arrived_at.astimezone(zone).date())
    page = week_page(request.actor.tenant_id, first, at=request.arrived_at, zone=zone)
    context = {
        "page": page,
        "tabs": tabs(request.actor, "staff:on_call"),
        "plans": request.actor.may(Permission.ON_CALL_PLAN),
    }
    return render(request, f"{_FOLDER}/week.html", context)


@requires(Permission.ON_CALL_READ)
@require_GET
def schedule(request: StaffRequest, schedule_id: UUID) -> HttpResponse:
    """Show one published schedule with its shifts and its history."""
    zone = zone_of(request)
    found = schedule_with_shifts(request.actor, schedule_id)
    if found is None:
        raise Http404
    context = {
        "role": role_name(found.role),
        "period": stretch_in_words(found.period, zone),
        "published": f"{staff_time(found.published_at, zone)}, {found.published_by_name}",
        "shifts": [
            {
                "id": shift.id,
                "who": shift.account.name,
                "when": stretch_in_words(shift.duty().during, zone),
                "place": shift.place,
                "given_up": shift.given_up_at is not None,
            }
            for shift in found.shifts.all()
        ],
        "history": history_in_words(history(request.actor.tenant_id, found.id), zone),
        "plans": request.actor.may(Permission.ON_CALL_PLAN),
    }
    return render(request, f"{_FOLDER}/schedule.html", context)


@requires(Permission.ON_CALL_PLAN)
@require_http_methods(["GET", "POST"])
def publish(request: StaffRequest) -> HttpResponse:
    """Publish shifts that were pasted or sent as a file."""
    sent = request.method == "POST"
    form = ShiftListForm(
        request.POST if sent else None,
        request.FILES if sent else None,
        people=people_for_duty(request.actor.tenant_id),
        zone=zone_of(request),
    )
    return _publish(request, form, "publish")


@requires(Permission.ON_CALL_PLAN)
@require_http_methods(["GET", "POST"])
def publish_weekly(request: StaffRequest) -> HttpResponse:
    """Publish a week that repeats."""
    form = WeeklyForm(
        request.POST if request.method == "POST" else None,
        people=people_for_duty(request.actor.tenant_id),
        zone=zone_of(request),
    )
    return _publish(request, form, "publish_weekly")


def _publish(
    request: StaffRequest, form: ShiftListForm | WeeklyForm, template: str
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            published = publish_schedule(
                form.duty_role(),
                form.period(),
                form.duties,
                by=request.actor,
                at=request.arrived_at,
            )
        except ScheduleHasGaps as refusal:
            _add_gaps(form, refusal)
        except NotForDuty as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Published. It holds from now on.")
            return redirect("staff:on_call_schedule", schedule_id=published.id)
    context = {"form": form, "tabs": tabs(request.actor, f"staff:on_call_{template}")}
    return render(request, f"{_FOLDER}/{template}.html", context, status=form.status)


def _add_gaps(form: PublishForm, refusal: ScheduleHasGaps) -> None:
    for sentence in refusal.sentences[:_MOST_GAPS]:
        form.add_error(None, sentence)
    more = len(refusal.sentences) - _MOST_GAPS
    if more > 0:
        form.add_error(None, f"And {more} more times in which nobody is on duty.")


@requires(Permission.ON_CALL_PLAN)
@require_http_methods(["GET", "POST"])
def swap(request: StaffRequest, shift_id: UUID) -> HttpResponse:
    """Give a shift, or a part of it, to a colleague."""
    zone = zone_of(request)
    try:
        shift = shift_to_swap(request.actor, shift_id)
    except ShiftNotFound:
        raise Http404 from None
    returns = [
        (str(one.id), f"{one.account.name}: {stretch_in_words(one.duty().during, zone)}")
        for one in shifts_to_return(shift, at=request.arrived_at)
    ]
    people = [one for one in people_for_duty(shift.tenant_id) if one.id != shift.account_id]
    local_start, local_end = (at.astimezone(zone) for at in (shift.starts_at, shift.ends_at))
    initial: dict[str, Any] = {
        "from_on": local_start.date(),
        "from_time": f"{local_start:%I:%M %p}",
        "to_on": local_end.date(),
        "to_time": f"{local_end:%I:%M %p}",
    }
    sent = request.POST if request.method == "POST" else None
    form = SwapForm(sent, zone=zone, people=people, returns=returns, initial=initial)
    if form.is_bound and form.is_valid() and _swapped(request, form, shift):
        messages.success(request, "Swapped. The week shows it.")
        return redirect("staff:on_call_schedule", schedule_id=shift.schedule_id)
    context = {
        "form": form,
        "who": shift.account.name,
        "role": role_name(shift.role),
        "when": stretch_in_words(shift.duty().during, zone),
        "schedule_id": shift.schedule_id,
    }
    return render(request, f"{_FOLDER}/swap.html", context, status=form.status)


def _swapped(request: StaffRequest, form: SwapForm, shift: Shift) -> bool:
    """Make the swap; False with the refusal in the form."""
    part = None if form.asks_for_all else form.during()
    if form.errors:
        return False
    try:
        swap_shift(
            shift.id,
            to=UUID(form.cleaned_data["to"]),
            part=part,
            in_return=form.shift_in_return(),
            by=request.actor,
            at=request.arrived_at,
        )
    except (SwapRefused, NotForDuty) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@requires(Permission.ON_CALL_PLAN)
@require_http_methods(["GET", "POST"])
def leave(request: StaffRequest) -> HttpResponse:
    """Note that somebody is away, once others have their shifts."""
    people = people_for_duty(request.actor.tenant_id)
    sent = request.POST if request.method == "POST" else None
    form = LeaveForm(sent, zone=zone_of(request), people=people)
    if form.is_bound and form.is_valid() and (during := form.during()):
        try:
            note_leave(
                UUID(form.cleaned_data["who"]), during, by=request.actor, at=request.arrived_at
            )
        except (LeaveOpensGaps, NotForDuty) as refusal:
            for sentence in getattr(refusal, "sentences", [str(refusal)]):
                form.add_error(None, sentence)
        else:
            messages.success(request, "Noted. Schedules leave this person out in that time.")
            return redirect("staff:on_call")
    context = {"form": form, "tabs": tabs(request.actor, "staff:on_call_leave")}
    return render(request, f"{_FOLDER}/leave.html", context, status=form.status)
