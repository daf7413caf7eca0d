"""Pages: the newest, one with its steps, one's own; and saying "I have it"."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openmso.channels.ui.words_for_time import length_of, staff_time
from openmso.office.access.actor import NotAllowed
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.on_call.actions.acknowledge import AlreadyAcknowledged, acknowledge
from openmso.office.on_call.actions.set_pager import set_pager
from openmso.office.on_call.models import Page, PagerNumber
from openmso.office.on_call.pages import (
    PageNotFound,
    my_calls,
    newest_pages,
    page_of_code,
    page_with_steps,
)

from ..staff_request import StaffRequest, zone_of
from .desk_forms import PagerForm
from .one_page import one_page
from .tabs import tabs
from .words import STATES, role_name

_FOLDER = "staff_portal/on_call"


@requires(Permission.ON_CALL_READ)
@require_GET
def pages(request: StaffRequest) -> HttpResponse:
    """Show the newest pages of the office."""
    zone = zone_of(request)
    rows = [
        {
            "id": page.id,
            "number": page.number,
            "role": role_name(page.role),
            "asked": staff_time(page.asked_at, zone),
            "state": STATES[page.page_state],
            "answered": _answered(page),
        }
        for page in newest_pages(request.actor)
    ]
    context = {"rows": rows, "tabs": tabs(request.actor, "staff:on_call_pages")}
    return render(request, f"{_FOLDER}/pages.html", context)


@requires(Permission.ON_CALL_READ)
@require_GET
def page(request: StaffRequest, page_id: UUID) -> HttpResponse:
    """Show one page: who was called when, by which way, and who answered."""
    try:
        found = page_with_steps(request.actor, page_id)
    except PageNotFound:
        raise Http404 from None
    context = {"page": one_page(found, viewer=request.actor, zone=zone_of(request))}
    return render(request, f"{_FOLDER}/page.html", context)


@requires(Permission.ON_CALL_ANSWER)
@require_POST
def take_over(request: StaffRequest, page_id: UUID) -> HttpResponse:
    """Acknowledge a page."""
    try:
        acknowledge(page_id, by=request.actor, at=request.arrived_at)
    except PageNotFound:
        raise Http404 from None
    except NotAllowed:
        raise PermissionDenied from None
    except AlreadyAcknowledged as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "You have it. Nobody else is called.")
    return redirect("staff:on_call_page", page_id=page_id)


@requires(Permission.ON_CALL_ANSWER)
@require_http_methods(["GET", "POST"])
def my_pages(request: StaffRequest) -> HttpResponse:
    """Show the pages that called this person, and where they are reached."""
    zone = zone_of(request)
    pager = PagerNumber.objects.filter(
        tenant_id=request.actor.tenant_id, account=request.actor.id
    ).first()
    sent = request.POST if request.method == "POST" else None
    form = PagerForm(sent, initial={"number": pager.number if pager else ""})
    if form.is_bound and form.is_valid():
        set_pager(form.cleaned_data["number"], by=request.actor, at=request.arrived_at)
        messages.success(request, "Kept. The next page goes there.")
        return redirect("staff:on_call_mine")
    rows = [
        {
            "id": call.page.id,
            "number": call.page.number,
            "role": role_name(call.role),
            "called": staff_time(call.called_at, zone),
            "answer_by": staff_time(call.answer_by, zone),
            "state": STATES[call.page.page_state],
            "answered": _answered(call.page),
            "is_open": call.page.is_open,
        }
        for call in my_calls(request.actor)
    ]
    context = {"rows": rows, "form": form, "tabs": tabs(request.actor, "staff:on_call_mine")}
    return render(request, f"{_FOLDER}/my_pages.html", context, status=form.status)


@requires(Permission.ON_CALL_ANSWER)
@require_GET
def from_pager(request: StaffRequest, page_code: str) -> HttpResponse:
    """Lead from the short address of a text to its page."""
    try:
        page_id = page_of_code(request.actor, page_code.upper())
    except PageNotFound:
        raise Http404 from None
    return redirect("staff:on_call_page", page_id=page_id)


def _answered(page: Page) -> str:
    if page.acknowledged_at is None:
        return ""
    return f"{page.acknowledged_by_name}, after {length_of(page.acknowledged_at - page.asked_at)}"
