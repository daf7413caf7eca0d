"""Opening a paper of a case, and adding those that arrived later."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from openmso.casework.prior_auth.actions.add_information import add_information
from openmso.casework.prior_auth.actions.open_record import open_record
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents import store
from openmso.office.documents.models import Document
from openmso.office.moves import MoveNotAllowed

from ...staff_request import StaffRequest, zone_of
from ...uploads import read_signed, signed, take_in
from ..refusals import on_a_case, overtaken, typed_in
from .file_answer import file_answer
from .form import AddForm
from .words import TEXT


@requires(Permission.DOCUMENT_READ)
@require_GET
@on_a_case
def document(request: StaffRequest, request_id: UUID, document_id: UUID) -> HttpResponse:
    """Hand out the file of one document and remember who opened it."""
    return file_answer(_opened(request, request_id, document_id))


@requires(Permission.DOCUMENT_READ)
@require_GET
@on_a_case
def document_text(request: StaffRequest, request_id: UUID, document_id: UUID) -> HttpResponse:
    """Show a plain text as a page and remember who opened it; anything else is downloaded."""
    opened = _opened(request, request_id, document_id)
    if opened.media_type != TEXT:
        return redirect("staff:document", request_id=request_id, document_id=document_id)
    context = {
        "case": request_for(request.actor, request_id),
        "document": opened,
        "text": store.read(opened.sha256).decode("utf-8", errors="replace"),
    }
    return render(request, "staff_portal/prior_auth/text.html", context)


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
@on_a_case
def add_papers(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Put papers on the case that arrived by fax, mail or phone, with their own received time."""
    case = request_for(request.actor, request_id)
    zone = zone_of(request)
    if request.method != "POST":
        form = AddForm(zone=zone, at=request.arrived_at)
        return render(request, "staff_portal/prior_auth/add.html", {"case": case, "form": form})
    form = AddForm(request.POST, zone=zone, at=request.arrived_at, files=request.FILES)
    valid = form.is_valid()
    kept, refused = take_in(
        form.cleaned_data.get("papers") or (),
        read_signed(request.POST.get("kept", ""), request.actor),
    )
    for sentence in refused:
        form.add_error("papers", sentence)
    if valid and not kept and not form.cleaned_data["words"].strip():
        form.add_error("papers", "Choose a file, or write what arrived.")
    if form.is_valid() and form.received_at is not None:
        try:
            add_information(
                case.id,
                files=[one.reopened() for one in kept],
                words=form.cleaned_data["words"],
                received_at=form.received_at,
                source=form.cleaned_data["source"],
                by=request.actor,
                at=request.arrived_at,
            )
        except MoveNotAllowed as refusal:
            return overtaken(request, request_id, refusal, typed_in(form))
        messages.success(request, "The papers are on the case.")
        return redirect("staff:prior_auth_case", request_id=case.id)
    context = {"case": case, "form": form, "kept": kept, "signed": signed(kept, request.actor)}
    return render(request, "staff_portal/prior_auth/add.html", context, status=422)


def _opened(request: StaffRequest, request_id: UUID, document_id: UUID) -> Document:
    return open_record(request_id, document_id, by=request.actor, at=request.arrived_at)
