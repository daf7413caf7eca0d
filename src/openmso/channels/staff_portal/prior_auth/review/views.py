"""The review page, and the small things done on it: points and messages."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from openmso.casework.prior_auth.actions.answer_point import NoSuchPoint, answer_point
from openmso.casework.prior_auth.actions.write_message import EmptyMessage, write_message
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ...staff_request import StaffRequest
from ..acts.offered import acts_for
from ..case_file import case_file
from ..refusals import on_a_case
from .page import case_page
from .points import PointForm, point_card


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


def _case_href(request_id: UUID) -> str:
    return reverse("staff:prior_auth_case", kwargs={"request_id": request_id})
