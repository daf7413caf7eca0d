"""Opening one case outside one's own IPAs, and reading it while the time lasts."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from openmso.casework.prior_auth.actions.break_glass import OpenAnyway, break_glass
from openmso.casework.prior_auth.actions.open_record import DocumentNotFound, open_record
from openmso.casework.prior_auth.queries import RequestNotFound
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.emergency_access.actions.open_in_emergency import SayWhy
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.emergency_access.queries import AccessNotFound, open_now, own_access
from openmso.standards.calendars.spans import Span

from ..prior_auth.case_file import case_file
from ..prior_auth.papers.file_answer import file_answer
from ..staff_request import StaffRequest, zone_of
from .forms import EmergencyForm
from .reading import reading_page

_FOLDER = "staff_portal/emergency"
_OVER = "The time for this case is over. Say again why you need it."


@requires(Permission.EMERGENCY_ACCESS)
@require_http_methods(["GET", "POST"])
def emergency(request: StaffRequest) -> HttpResponse:
    """Ask for the number and the reason; show what is open to this person now."""
    form = EmergencyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            access = break_glass(
                **form.cleaned_data,
                holds_for=_minutes(),
                review_within=Span.parse(settings.EMERGENCY_REVIEW_WITHIN),
                by=request.actor,
                at=request.arrived_at,
            )
        except (RequestNotFound, OpenAnyway) as refusal:
            form.add_error("number", str(refusal))
        except SayWhy as refusal:
            form.add_error("words", str(refusal))
        else:
            return redirect("staff:emergency_case", access_id=access.id)
    context = {
        "form": form,
        "minutes": settings.EMERGENCY_ACCESS_MINUTES,
        "sees_all": not request.actor.ipa_ids,
        "open": [
            (one, staff_time(one.until_at, zone_of(request)))
            for one in open_now(request.actor, at=request.arrived_at)
        ],
    }
    return render(request, f"{_FOLDER}/open.html", context, status=form.status)


@requires(Permission.EMERGENCY_ACCESS)
@require_GET
def emergency_case(request: StaffRequest, access_id: UUID) -> HttpResponse:
    """Show the case, to be read and not to be worked on."""
    access = _own(request, access_id)
    if not access.is_open(request.arrived_at):
        messages.error(request, _OVER)
        return redirect("staff:emergency")
    reader = _reader(request.actor)
    file = case_file(reader, access.about_id)
    page = reading_page(file, access, viewer=reader, at=request.arrived_at)
    return render(request, f"{_FOLDER}/case.html", {"page": page, "case": page.case.case})


@requires(Permission.EMERGENCY_ACCESS)
@require_GET
def emergency_document(request: StaffRequest, access_id: UUID, document_id: UUID) -> HttpResponse:
    """Hand out a paper of the case; the case's timeline tells who opened it."""
    access = _own(request, access_id)
    if not access.is_open(request.arrived_at):
        messages.error(request, _OVER)
        return redirect("staff:emergency")
    try:
        opened = open_record(
            access.about_id, document_id, by=_reader(request.actor), at=request.arrived_at
        )
    except DocumentNotFound:
        raise Http404 from None
    return file_answer(opened)


def _own(request: StaffRequest, access_id: UUID) -> EmergencyAccess:
    try:
        return own_access(request.actor, access_id)
    except AccessNotFound:
        raise Http404 from None


def _reader(actor: Actor) -> Actor:
    """Return the person as a reader of every IPA who may do nothing else.

    Only ever used with the id of the one case that was opened.
    """
    may = frozenset({Permission.CASE_READ, Permission.DOCUMENT_READ})
    return replace(actor, ipa_ids=frozenset(), permissions=may)


def _minutes() -> timedelta:
    return timedelta(minutes=settings.EMERGENCY_ACCESS_MINUTES)
