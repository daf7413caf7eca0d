"""The review page of a case, and the small things done on it: points, papers, messages."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openmso.casework.prior_auth.actions.add_information import add_information
from openmso.casework.prior_auth.actions.answer_point import NoSuchPoint, answer_point
from openmso.casework.prior_auth.actions.open_record import open_record
from openmso.casework.prior_auth.actions.write_message import EmptyMessage, write_message
from openmso.casework.prior_auth.domain.states import MoveNotAllowed
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents import store
from openmso.office.documents.models import Document

from ..staff_request import StaffRequest, zone_of
from ..uploads import read_signed, signed, take_in
from .acts import acts_for
from .add_form import AddForm
from .case_file import case_file
from .case_page import case_page
from .papers import ENDINGS, TEXT
from .points import PointForm, point_card
from .refusals import on_a_case, overtaken, typed_in


@requires(Permission.CASE_READ)
@require_GET
@on_a_case
def case(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Show everything about one case on one page."""
    file = case_file(request.actor, request_id)
    page = case_page(file, viewer=request.actor, at=request.arrived_at)
    return render(request, "staff_portal/prior_auth/case.html", {"page": page, "case": page.case})


@requires(Permission.CRITERIA_REVIEW)
@require_POST
@on_a_case
def point(request: StaffRequest, request_id: UUID, code: str) -> HttpResponse:
    """Store the answer to one criteria point; a script gets that point and what is open now."""
    file = case_file(request.actor, request_id)
    if code not in {one.code for one in file.points}:
        raise NoSuchPoint(code)
    form = PointForm(request.POST, documents=file.documents, prefix=f"point-{code}")
    if form.is_valid():
        answer_point(
            request_id, code, finding=form.finding(), by=request.actor, at=request.arrived_at
        )
        if not request.htmx:
            return redirect(f"{_case_href(request_id)}#point-{code}")
        file = case_file(request.actor, request_id)
    context = {
        "case": file.request,
        "point": point_card(file, code, form if form.errors else None),
        "may_answer": True,
        "acts": None if form.errors else acts_for(file, request.actor),
    }
    partial = "staff_portal/prior_auth/_point_answered.html"
    template = partial if request.htmx else "staff_portal/prior_auth/point.html"
    return render(request, template, context, status=form.status)


@requires(Permission.DOCUMENT_READ)
@require_GET
@on_a_case
def document(request: StaffRequest, request_id: UUID, document_id: UUID) -> HttpResponse:
    """Hand out the file of one document and remember who opened it.

    Always as a download and never interpreted: a paper from outside must not run in our pages.
    """
    opened = _opened(request, request_id, document_id)
    answer = HttpResponse(store.read(opened.sha256), content_type=opened.media_type)
    ending = ENDINGS.get(opened.media_type, "bin")
    answer["Content-Disposition"] = f'attachment; filename="document-{opened.id}.{ending}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


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


@requires(Permission.CASE_MESSAGE)
@require_POST
@on_a_case
def message(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Put a message to the practice on the case."""
    request_for(request.actor, request_id)
    try:
        text = request.POST.get("text", "").replace("\x00", "")
        write_message(request_id, text=text, by=request.actor, at=request.arrived_at)
    except EmptyMessage as mistake:
        messages.error(request, str(mistake))
    return redirect(f"{_case_href(request_id)}#messages")


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


def _case_href(request_id: UUID) -> str:
    return reverse("staff:prior_auth_case", kwargs={"request_id": request_id})
