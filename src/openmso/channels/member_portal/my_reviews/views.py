"""Asking for a review, the form on paper, and the page that says how it stands."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from openmso.casework.external_review.actions.prepare_application import (
    PreparedAlready,
    prepare_application,
)
from openmso.casework.external_review.actions.print_application import print_application
from openmso.casework.external_review.actions.record_filed import record_filed
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.models import OutsideContact
from openmso.casework.external_review.queries import (
    ReviewNotFound,
    review_for,
    reviews_of_request,
)
from openmso.casework.prior_auth.queries import request_for
from openmso.channels.ui.pdf_answer import pdf_answer
from openmso.office.moves import MoveNotAllowed

from ..pages import MemberRequest, member_form, member_page, page_language
from .forms import AskForReviewForm
from .page import my_review


@member_form
def ask_for_review(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """Prepare an application, or lead to the one that is there."""
    asked = request_for(request.actor, request_id)
    before = {Forum(one.forum): one for one in reviews_of_request(request.actor, asked.id)}
    if Forum.IMR in before:
        return redirect("member:review", review_id=before[Forum.IMR].id)
    form = AskForReviewForm(request.POST if request.method == "POST" else None)
    status, refusal = form.status, ""
    if form.is_bound and form.is_valid():
        try:
            case = prepare_application(
                asked.id, form.application(), by=request.actor, at=request.arrived_at
            )
        except PreparedAlready as there:
            return redirect("member:review", review_id=there.case_id)
        except MoveNotAllowed:
            status, refusal = 409, _("We did not say no to this, so there is nothing to review.")
        else:
            messages.success(request, _("Your form is ready. Print it, sign it and send it."))
            return redirect("member:review", review_id=case.id)
    context = {
        "asked": asked,
        "form": form,
        "refusal": refusal,
        "hearing_first": Forum.STATE_HEARING in before,
    }
    return render(request, "member_portal/ask_for_review.html", context, status=status)


@member_form
def review(request: MemberRequest, review_id: UUID) -> HttpResponse:
    """Show how it stands; sent back, it says that the form went out."""
    try:
        if request.method == "POST":
            record_filed(
                review_id,
                filed_at=request.arrived_at,
                way=OutsideContact.Way.MAIL,
                by=request.actor,
                at=request.arrived_at,
            )
            messages.success(request, _("Thank you. We know now that you sent it."))
            return redirect("member:review", review_id=review_id)
        page = my_review(request.actor, review_id, at=request.arrived_at, language=page_language())
    except ReviewNotFound:
        raise Http404 from None
    except MoveNotAllowed:
        return redirect("member:review", review_id=review_id)
    return render(request, "member_portal/review.html", {"page": page})


@member_page
def review_form(request: MemberRequest, review_id: UUID) -> HttpResponse:
    """Print the application, filled in, in the language of the page."""
    try:
        if review_for(request.actor, review_id).forum != Forum.IMR:
            raise Http404
        paper = print_application(
            review_id, language=page_language(), by=request.actor, at=request.arrived_at
        )
    except ReviewNotFound:
        raise Http404 from None
    return pdf_answer(paper, "application.pdf")
