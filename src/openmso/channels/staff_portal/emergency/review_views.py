"""What privacy staff look at: every use of emergency access, and what they found."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from openmso.office.access.actor import NotAllowed
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.emergency_access.actions.review_access import (
    AlreadyReviewed,
    MisuseUntold,
    review_access,
)
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.emergency_access.queries import (
    AccessNotFound,
    access_to_review,
    lately_reviewed,
    waiting_for_review,
    what_was_done,
)

from ..prior_auth.words.history import timeline
from ..staff_request import StaffRequest, zone_of
from .forms import ReviewForm
from .review_words import facts_of, row_of

_FOLDER = "staff_portal/emergency"


@requires(Permission.EMERGENCY_REVIEW)
@require_GET
def uses(request: StaffRequest) -> HttpResponse:
    """List what waits for a review, and below it what was reviewed."""
    zone, at = zone_of(request), request.arrived_at
    context = {
        "waiting": [row_of(one, at=at, zone=zone) for one in waiting_for_review(request.actor)],
        "reviewed": [row_of(one, at=at, zone=zone) for one in lately_reviewed(request.actor)],
    }
    return render(request, f"{_FOLDER}/reviews.html", context)


@requires(Permission.EMERGENCY_REVIEW)
@require_http_methods(["GET", "POST"])
def use(request: StaffRequest, use_id: UUID) -> HttpResponse:
    """Show one use with what was opened; store what the review found."""
    try:
        access = access_to_review(request.actor, use_id)
    except AccessNotFound:
        raise Http404 from None
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return _page(request, access, form, form.status)
    try:
        review_access(access.id, **form.cleaned_data, by=request.actor, at=request.arrived_at)
    except MisuseUntold as refusal:
        form.add_error("notes", str(refusal))
        return _page(request, access, form, form.status)
    except AlreadyReviewed as refusal:
        form.add_error(None, str(refusal))
        return _page(request, access_to_review(request.actor, use_id), form, 409)
    except NotAllowed:
        raise PermissionDenied from None
    messages.success(request, "Your review is stored.")
    return redirect("staff:emergency_reviews")


def _page(
    request: StaffRequest, access: EmergencyAccess, form: ReviewForm, status: int
) -> HttpResponse:
    zone = zone_of(request)
    context = {
        "access": access,
        "facts": facts_of(access, at=request.arrived_at, zone=zone),
        "done": timeline(what_was_done(access), zone=zone),
        "form": form,
    }
    return render(request, f"{_FOLDER}/review.html", context, status=status)
