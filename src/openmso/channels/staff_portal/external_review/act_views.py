"""What the desk of outside reviews does: begin one, carry out an act, a line of the checklist."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from openmso.casework.external_review.actions.prepare_application import PreparedAlready
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.ruling import NotPossible
from openmso.casework.external_review.domain.states import State
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.external_review.queries import (
    papers_of,
    review_for,
    reviews_of_request,
)
from openmso.casework.external_review.says import paper_says
from openmso.casework.prior_auth.domain.ruling import NotAYes
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed

from ..acting.page import ActPage
from ..staff_request import StaffRequest, zone_of
from ..uploads import Kept, one_file, signed
from .acts import ACTS
from .found import found_review
from .opening import OpeningForm
from .papers import PaperForm
from .words import STATES

_TEMPLATES = "staff_portal/external_review"
_ACT_PAGE = ActPage(template=f"{_TEMPLATES}/act.html", to_correct=(NotPossible, NotAYes))


@requires(Permission.OUTSIDE_REVIEW_WORK)
@require_http_methods(["GET", "POST"])
@found_review
def act(request: StaffRequest, review_id: UUID, review_act: str) -> HttpResponse:
    """Show the form of one act, and carry it out."""
    if review_act not in ACTS:
        raise Http404
    found = review_for(request.actor, review_id)
    return _ACT_PAGE.answer(request, ACTS[review_act], found)


@requires(Permission.OUTSIDE_REVIEW_WORK)
@require_http_methods(["GET", "POST"])
@found_review
def paper(request: StaffRequest, review_id: UUID, review_paper_id: UUID) -> HttpResponse:
    """Do something about one line of the checklist."""
    found = review_for(request.actor, review_id)
    line = next((one for one in papers_of(found) if one.id == review_paper_id), None)
    if line is None:
        raise Http404
    posted = request.method == "POST"
    form = PaperForm(request.POST if posted else None, request.FILES if posted else None)
    status, kept = form.status, list[Kept]()
    reasons: tuple[str, ...] = ()
    if posted:
        valid = form.is_valid()
        before = request.POST.get("kept", "")
        file, kept = one_file(form, before, needed=valid and form.wants_file, by=request.actor)
        status = form.status
        if form.is_valid():
            try:
                done = form.carry_out(line, file, by=request.actor, at=request.arrived_at)
            except MoveNotAllowed as refusal:
                status, reasons = 409, (str(refusal),)
            else:
                messages.success(request, done)
                return redirect("staff:external_review_case", review_id=found.id)
    context = {
        "case": found,
        "form": form,
        "reasons": reasons,
        "what": paper_says(line.kind, holder=line.holder),
        "where": line.place,
        "kept": kept,
        "signed": signed(kept, request.actor),
    }
    return render(request, f"{_TEMPLATES}/paper.html", context, status=status)


@requires(Permission.OUTSIDE_REVIEW_WORK)
@require_http_methods(["GET", "POST"])
@found_review
def begin(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Begin an outside review of a refused request; those there are stand above the form."""
    asked = request_for(request.actor, request_id)
    data = request.POST if request.method == "POST" else None
    form = OpeningForm(data, zone=zone_of(request), at=request.arrived_at)
    status = form.status
    reasons: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            opened = form.open(asked, by=request.actor)
        except PreparedAlready as there:
            return redirect("staff:external_review_case", review_id=there.case_id)
        except MoveNotAllowed as refusal:
            status, reasons = 409, (str(refusal),)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
            status = form.status
        else:
            messages.success(request, f"{opened.number} is open. Our papers can be gathered now.")
            return redirect("staff:external_review_case", review_id=opened.id)
    context = {
        "asked": asked,
        "form": form,
        "reasons": reasons,
        "before": [_short(one) for one in reviews_of_request(request.actor, asked.id)],
    }
    return render(request, f"{_TEMPLATES}/begin.html", context, status=status)


def _short(one: ExternalReview) -> dict[str, Any]:
    return {
        "number": one.number,
        "forum": Forum(one.forum).label,
        "state": STATES[State(one.state)],
        "href": reverse("staff:external_review_case", args=[one.id]),
    }
