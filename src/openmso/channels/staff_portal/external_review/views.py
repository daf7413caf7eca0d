"""The pages of the desk of outside reviews: its lists, one case, its papers to read."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from openmso.casework.external_review.actions.look_at import look_at, open_document
from openmso.casework.external_review.actions.print_application import print_application
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.states import State
from openmso.casework.external_review.queries import (
    ROWS,
    outside_log,
    review_for,
    reviews_page,
)
from openmso.channels.ui.older_rows import read_after, written_after
from openmso.channels.ui.pdf_answer import pdf_answer
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ..prior_auth.papers.file_answer import file_answer
from ..staff_request import StaffRequest, zone_of
from .acts import acts_open_for
from .found import found_review
from .page import log_line, review_page
from .words import STATES

_TEMPLATES = "staff_portal/external_review"


@requires(Permission.CASE_READ)
@require_safe
def cases(request: StaffRequest) -> HttpResponse:
    """List every outside review, the newest first. What waits is on the worklist."""
    found = reviews_page(request.actor, after=read_after(request.GET.get("after", "")))
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
    after = written_after(shown[-1].recorded_at, shown[-1].id) if more else ""
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
@found_review
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
@found_review
def document(request: StaffRequest, review_id: UUID, review_document_id: UUID) -> HttpResponse:
    """Hand out the file of one paper and remember who opened it."""
    opened = open_document(review_id, review_document_id, by=request.actor, at=request.arrived_at)
    return file_answer(opened)


@requires(Permission.CASE_READ)
@require_safe
@found_review
def application(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """Print the member's application in the member's language."""
    found = review_for(request.actor, review_id)
    if found.forum != Forum.IMR:
        raise Http404
    language = found.member.language
    paper = print_application(found.id, language=language, by=request.actor, at=request.arrived_at)
    return pdf_answer(paper, "application.pdf")
