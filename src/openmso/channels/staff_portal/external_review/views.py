"""The pages of the desk of outside reviews."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.external_review.actions.look_at import look_at, open_document
from openmso.casework.external_review.actions.prepare_application import PreparedAlready
from openmso.casework.external_review.actions.print_application import print_application
from openmso.casework.external_review.actions.send_packet import PacketNotReady
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.ruling import NotPossible
from openmso.casework.external_review.domain.states import State
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.external_review.queries import (
    ROWS,
    ReviewNotFound,
    outside_log,
    papers_of,
    review_for,
    reviews_of_request,
    reviews_page,
)
from openmso.casework.external_review.says import paper_says
from openmso.casework.prior_auth.domain.ruling import NotAYes
from openmso.casework.prior_auth.domain.states import MoveNotAllowed
from openmso.casework.prior_auth.queries import RequestNotFound, request_for
from openmso.casework.prior_auth.steps.locking import ChangedMeanwhile
from openmso.channels.ui.forms import Form
from openmso.channels.ui.pdf_answer import pdf_answer
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import NotAllowed
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected

from ..prior_auth.papers.file_answer import file_answer
from ..staff_request import StaffRequest, zone_of
from ..uploads import Kept, read_signed, signed, take_in
from .acts import ACTS, acts_open_for
from .opening import OpeningForm
from .page import log_line, review_page
from .papers import PaperForm
from .words import STATES

_TEMPLATES = "staff_portal/external_review"
View = Callable[..., HttpResponse]


def _found(view: View) -> View:
    """Answer a foreign case like one that nobody has."""

    @wraps(view)
    def page(request: StaffRequest, **ids: Any) -> HttpResponse:
        try:
            return view(request, **ids)
        except (ReviewNotFound, RequestNotFound):
            raise Http404 from None
        except NotAllowed:
            raise PermissionDenied from None

    return page


@requires(Permission.CASE_READ)
@require_safe
def cases(request: StaffRequest) -> HttpResponse:
    """List every outside review, the newest first. What waits is on the worklist."""
    found = reviews_page(request.actor, after=_read_after(request.GET.get("after", "")))
    shown, more = found[:ROWS], len(found) > ROWS
    rows = [
        {
            "number": one.number,
            "href": reverse("staff:external_review_case", args=[one.id]),
            "forum": Forum(one.forum).label,
            "member": one.member.full_name,
            "plan": one.plan.name if one.plan else "",
            "urgent": one.urgent,
            "state": STATES[State(one.state)],
            "since": staff_date(one.recorded_at.astimezone(zone_of(request)).date()),
        }
        for one in shown
    ]
    after = f"{shown[-1].recorded_at.isoformat()}_{shown[-1].id}" if more else ""
    return render(request, f"{_TEMPLATES}/list.html", {"rows": rows, "after": after})


@requires(Permission.CASE_READ)
@require_safe
def log(request: StaffRequest) -> HttpResponse:
    """Show the latest letters and calls between us and outside bodies, over all cases."""
    zone = zone_of(request)
    lines = [log_line(one, zone, with_case=True) for one in outside_log(request.actor)]
    return render(request, f"{_TEMPLATES}/log.html", {"lines": lines})


@requires(Permission.CASE_READ)
@require_safe
@_found
def case(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """Show one case. Who looked is remembered: what it holds is confidential."""
    found = look_at(review_id, by=request.actor, at=request.arrived_at)
    works = request.actor.may(Permission.OUTSIDE_REVIEW_WORK)
    context = {
        "case": found,
        "page": review_page(found, at=request.arrived_at, zone=zone_of(request)),
        "acts": [
            (act.title, reverse("staff:external_review_act", args=[found.id, act.name]))
            for act in (acts_open_for(found) if works else ())
        ],
        "works": works,
    }
    return render(request, f"{_TEMPLATES}/case.html", context)


@requires(Permission.DOCUMENT_READ)
@require_safe
@_found
def document(request: StaffRequest, review_id: UUID, review_document_id: UUID) -> HttpResponse:
    """Hand out the file of one paper and remember who opened it."""
    opened = open_document(review_id, review_document_id, by=request.actor, at=request.arrived_at)
    return file_answer(opened)


@requires(Permission.CASE_READ)
@require_safe
@_found
def application(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """Print the member's application in the member's language."""
    found = review_for(request.actor, review_id)
    if found.forum != Forum.IMR:
        raise Http404
    language = found.member.language
    paper = print_application(found.id, language=language, by=request.actor, at=request.arrived_at)
    return pdf_answer(paper, "application.pdf")


@requires(Permission.OUTSIDE_REVIEW_WORK)
@require_http_methods(["GET", "POST"])
@_found
def act(request: StaffRequest, review_id: UUID, review_act: str) -> HttpResponse:
    """Show the form of one act, and carry it out."""
    if review_act not in ACTS:
        raise Http404
    found = review_for(request.actor, review_id)
    form_class = ACTS[review_act]
    posted = request.method == "POST"
    form = form_class(
        request.POST if posted else None,
        request.FILES if posted else None,
        case=found,
        zone=zone_of(request),
        at=request.arrived_at,
    )
    status, kept = form.status, list[Kept]()
    reasons: tuple[str, ...] = ()
    if not form_class.is_open_for(found):
        status = 409
        reasons = (f"{form.title}: not while the case is {found.get_state_display()}.",)
    elif posted:
        file, kept = _file(request, form, needed=form_class.file_needed)
        if form.is_valid():
            try:
                done = form.carry_out(file, by=request.actor, at=request.arrived_at)
            except PacketNotReady as refusal:
                status, reasons = 409, tuple(f"Not here yet: {one}" for one in refusal.reasons)
            except (MoveNotAllowed, ChangedMeanwhile) as refusal:
                status, reasons = 409, (str(refusal),)
            except (NotPossible, NotAYes) as refusal:
                form.add_error(None, str(refusal))
                status = form.status
            else:
                messages.success(request, done)
                return redirect("staff:external_review_case", review_id=found.id)
        else:
            status = form.status
    context = {
        "case": found,
        "form": form,
        "reasons": reasons,
        "kept": kept,
        "signed": signed(kept, request.actor),
    }
    return render(request, f"{_TEMPLATES}/act.html", context, status=status)


@requires(Permission.OUTSIDE_REVIEW_WORK)
@require_http_methods(["GET", "POST"])
@_found
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
        file, kept = _file(request, form, needed=valid and form.wants_file)
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
@_found
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


def _file(
    request: StaffRequest, form: Form, *, needed: bool
) -> tuple[Inspected | None, list[Kept]]:
    """Take the file in, also when the form has mistakes: nobody chooses it twice."""
    form.is_valid()
    if "paper" not in form.fields:
        return None, []
    kept, refused = take_in(
        form.cleaned_data.get("paper") or (),
        read_signed(request.POST.get("kept", ""), request.actor),
    )
    for sentence in refused:
        form.add_error("paper", sentence)
    if needed and not kept and not refused:
        form.add_error("paper", "Choose the file.")
    return (kept[-1].reopened()[1] if kept else None), kept


def _read_after(text: str) -> tuple[datetime, UUID] | None:
    """Read where the last page ended; a mangled address starts at the beginning."""
    moment, _mark, last = text.partition("_")
    try:
        found = datetime.fromisoformat(moment), UUID(last)
    except ValueError:
        return None
    return found if found[0].tzinfo else None
