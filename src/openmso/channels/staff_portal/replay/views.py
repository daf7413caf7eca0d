"""A case as it stood at a minute, for those who may open the case."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.external_review.actions.look_at import look_at
from openmso.casework.external_review.case_kind import EXTERNAL_REVIEW
from openmso.casework.external_review.queries import ReviewNotFound
from openmso.casework.fast_track.case_kind import FAST_TRACK
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.inpatient.admissions.case_kind import ADMISSION
from openmso.casework.inpatient.post_stabilization.case_kind import POST_STABILIZATION
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.timeline.case_kinds import kind_of
from openmso.oversight.replay.replaying import replay

from ..staff_request import StaffRequest, zone_of
from .forms import MinuteForm, typed_as
from .page import replay_page

_TEMPLATE = "staff_portal/replay/as_it_stood.html"


@requires(Permission.CASE_READ)
@require_safe
def of_request(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Show a request as it stood."""
    return _page(request, PRIOR_AUTH, request_id)


@requires(Permission.CASE_READ)
@require_safe
def of_appeal(request: StaffRequest, appeal_id: UUID) -> HttpResponse:
    """Show an appeal as it stood."""
    return _page(request, APPEAL, appeal_id)


@requires(Permission.CASE_READ)
@require_safe
def of_grievance(request: StaffRequest, grievance_id: UUID) -> HttpResponse:
    """Show a grievance as it stood."""
    return _page(request, GRIEVANCE, grievance_id)


@requires(Permission.CASE_READ)
@require_safe
def of_review(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """Show an outside review as it stood; like on its own page, every look is remembered."""
    try:
        look_at(review_id, by=request.actor, at=request.arrived_at)
    except ReviewNotFound:
        raise Http404 from None
    return _page(request, EXTERNAL_REVIEW, review_id)


@requires(Permission.CASE_READ)
@require_safe
def of_ending(request: StaffRequest, ending_id: UUID) -> HttpResponse:
    """Show a case about care that ends as it stood."""
    return _page(request, FAST_TRACK, ending_id)


@requires(Permission.CASE_READ)
@require_safe
def of_stay(request: StaffRequest, admission_id: UUID) -> HttpResponse:
    """Show a stay as it stood."""
    return _page(request, ADMISSION, admission_id)


@requires(Permission.CASE_READ)
@require_safe
def of_night(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Show a hospital's request as it stood."""
    return _page(request, POST_STABILIZATION, case_id)


def _page(request: StaffRequest, kind: str, case_id: UUID) -> HttpResponse:
    zone, now = zone_of(request), request.arrived_at
    typed = request.GET if "on" in request.GET or "time" in request.GET else None
    form = MinuteForm(typed, zone=zone, now=now)
    minute = _named(request.GET.get("at", ""), now)
    if typed is not None and form.is_valid() and form.minute is not None:
        minute = form.minute
    try:
        found = replay(request.actor, kind, case_id, minute=minute)
    except LookupError:
        raise Http404 from None
    if typed is None:
        form = MinuteForm(initial=typed_as(minute, zone), zone=zone, now=now)
    registered = kind_of(kind)
    context = {
        "kind": registered.label,
        "number": found.stood.number,
        "case_href": reverse(registered.page, args=[case_id]),
        "page": replay_page(found, kind, zone=zone),
        "form": form,
    }
    return render(request, _TEMPLATE, context, status=form.status)


def _named(text: str, now: datetime) -> datetime:
    """Return the minute an address names; now for one that names none, or one to come."""
    try:
        minute = datetime.fromisoformat(text.replace(" ", "+")) if text else now
        minute = minute.astimezone(UTC) if minute.tzinfo else now
        minute + timedelta(days=1)
    except (ValueError, OverflowError):
        return now
    return min(minute, now)
