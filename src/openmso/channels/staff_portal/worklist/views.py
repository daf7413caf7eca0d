"""The list page, and taking a case or giving it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.worklists.items import ItemGone, take
from openmso.office.worklists.models import WorklistItem
from openmso.office.worklists.queries import ROWS
from openmso.roster.plans.queries import ipas_of

from ..home import first_queue
from ..staff_request import StaffRequest
from .asked import Asked
from .page import list_page, queues_of
from .rows import row_html

_TAKEN = "This case has left the list. Somebody has finished it."


@requires(Permission.WORKLIST_READ)
@require_GET
def worklist(request: StaffRequest, queue: str = "") -> HttpResponse:
    """Show one queue, most urgent first."""
    if not queue:
        return redirect("staff:worklist", queue=first_queue(request.actor))
    if queue not in queues_of(request.actor):
        raise Http404
    page = list_page(Asked.read(queue, request.GET), viewer=request.actor, at=request.arrived_at)
    return render(request, "staff_portal/worklist/list.html", {"page": page, "rows": ROWS})


@requires(Permission.WORKLIST_READ)
@require_POST
def take_item(request: StaffRequest, item_id: UUID) -> HttpResponse:
    """Put the case on this person's own list."""
    return _hand_over(request, item_id, to_me=True)


@requires(Permission.WORKLIST_READ)
@require_POST
def give_back(request: StaffRequest, item_id: UUID) -> HttpResponse:
    """Put the case back for everybody."""
    return _hand_over(request, item_id, to_me=False)


def _hand_over(request: StaffRequest, item_id: UUID, *, to_me: bool) -> HttpResponse:
    _require_free_or_own(request, item_id)
    try:
        item = take(
            item_id,
            assignee=request.actor if to_me else None,
            by=request.actor,
            at=request.arrived_at,
        )
    except ItemGone:
        if request.htmx:
            return HttpResponse(
                f'<tr data-row><td colspan="7" role="status">{_TAKEN}</td></tr>', status=409
            )
        messages.warning(request, _TAKEN)
        return redirect(_back(request))
    if request.htmx:
        return HttpResponse(_one_row(request, item))
    return redirect(_back(request))


def _require_free_or_own(request: StaffRequest, item_id: UUID) -> None:
    """Only a supervisor moves a case that lies with somebody else."""
    items = WorklistItem.objects.filter(tenant_id=request.actor.tenant_id, id=item_id)
    if request.actor.ipa_ids:
        items = items.filter(ipa_id__in=request.actor.ipa_ids)
    item = items.values("assignee_id").first()
    if item is None:
        raise Http404
    theirs = item["assignee_id"] not in (None, request.actor.id)
    if theirs and not request.actor.may(Permission.WORKLIST_ASSIGN):
        raise PermissionDenied


def _one_row(request: StaffRequest, item: WorklistItem) -> str:
    row: dict[str, Any] = {name: value for name, value in vars(item).items() if name[0] != "_"}
    names = {ipa.id: ipa.name for ipa in ipas_of(request.actor.tenant_id)}
    return row_html(row, ipa_names=names, viewer=request.actor, at=request.arrived_at)


def _back(request: StaffRequest) -> str:
    back = request.POST.get("back", "")
    if back.startswith("/staff/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return back
    return "/staff/worklist/"
