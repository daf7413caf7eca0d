"""Offering the doctor a talk, and noting what came of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.prior_auth.actions.talk_to_peer import NoSuchTalk, note_talk, offer_talk
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ...staff_request import StaffRequest, zone_of
from ..refusals import on_a_case
from .forms import NoteTalkForm, OfferTalkForm


@requires(Permission.PEER_TO_PEER)
@require_http_methods(["GET", "POST"])
@on_a_case
def talk(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Offer up to three times for a talk."""
    case = request_for(request.actor, request_id)
    form = OfferTalkForm(request.POST if request.method == "POST" else None, zone=zone_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            offer_talk(case.id, slots=form.slots, by=request.actor, at=request.arrived_at)
        except NoSuchTalk as mistake:
            form.add_error("day_1", str(mistake))
        else:
            messages.success(request, "The talk is offered. The clock goes on.")
            return redirect("staff:prior_auth_case", request_id=case.id)
    context = {"case": case, "form": form}
    return render(request, "staff_portal/prior_auth/talk.html", context, status=form.status)


@requires(Permission.PEER_TO_PEER)
@require_http_methods(["GET", "POST"])
@on_a_case
def note(request: StaffRequest, request_id: UUID, talk_id: UUID) -> HttpResponse:
    """Note whether the doctor was reached and what was said."""
    case = request_for(request.actor, request_id)
    if not case.peer_talks.filter(tenant_id=case.tenant_id, id=talk_id).exists():
        raise Http404
    form = NoteTalkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            note_talk(
                case.id,
                talk_id,
                reached=form.cleaned_data["reached"] == "yes",
                note=form.cleaned_data["note"],
                by=request.actor,
                at=request.arrived_at,
            )
        except NoSuchTalk as mistake:
            form.add_error(None, str(mistake))
        else:
            messages.success(request, "The talk is on record.")
            return redirect("staff:prior_auth_case", request_id=case.id)
    context = {"case": case, "form": form}
    return render(request, "staff_portal/prior_auth/talk_note.html", context, status=form.status)
