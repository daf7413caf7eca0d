"""The pages of the desk of grievances."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.appeals.actions.file_appeal import AppealedAlready, NothingToAppeal
from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.grievances.actions.take_contact import open_from_contact
from openmso.casework.grievances.domain.classifier import checked_on, definitions_for
from openmso.casework.grievances.domain.who_may import MayNotWorkOnIt
from openmso.casework.grievances.queries import (
    GrievanceNotFound,
    colleagues,
    grievance_for,
    grievances_listed,
)
from openmso.casework.prior_auth.domain.extension import NotExtendable
from openmso.casework.prior_auth.queries import RequestNotFound
from openmso.casework.prior_auth.queries import visible as visible_requests
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.versions import ChangedMeanwhile
from openmso.roster.eligibility.queries import coverage_on
from openmso.roster.members.models import Member

from ..acting.page import ActPage
from ..appeals.forms import received_now
from ..foreign import like_absent
from ..members.views import member_seen
from ..staff_request import StaffRequest, zone_of
from .acts import ACTS
from .intake import About, IntakeForm
from .page import grievance_page, row_of

_TEMPLATES = "staff_portal/grievances"
_MOST_REQUESTS = 25
_ACT_PAGE = ActPage(
    template=f"{_TEMPLATES}/act.html",
    may_not=(MayNotWorkOnIt,),
    closed=(MoveNotAllowed, ChangedMeanwhile, NotExtendable, NothingToAppeal, AppealedAlready),
    to_correct=(NotPossible,),
)

found_or_absent = like_absent(GrievanceNotFound, RequestNotFound)


@requires(Permission.CASE_READ)
@require_safe
def grievances(request: StaffRequest) -> HttpResponse:
    """List what is open, the oldest first; or what is closed. One query."""
    closed = request.GET.get("show") == "closed"
    found = grievances_listed(request.actor, still_open=not closed)
    context = {"rows": [row_of(one, zone_of(request)) for one in found], "closed": closed}
    return render(request, f"{_TEMPLATES}/list.html", context)


@requires(Permission.CASE_READ)
@require_safe
@found_or_absent
def grievance(request: StaffRequest, grievance_id: UUID) -> HttpResponse:
    """Show one grievance: what was said, its clocks, what can be done."""
    found = grievance_for(request.actor, grievance_id)
    page = grievance_page(found, at=request.arrived_at, zone=zone_of(request))
    acts = [
        (act.title, reverse("staff:grievance_act", args=[found.id, act.name]))
        for act in ACTS.values()
        if request.actor.may(act.permission) and act.is_offered_for(found)
    ]
    context = {"grievance": found, "page": page, "acts": acts}
    return render(request, f"{_TEMPLATES}/grievance.html", context)


@requires(Permission.GRIEVANCE_FILE)
@require_http_methods(["GET", "POST"])
@found_or_absent
def act(request: StaffRequest, grievance_id: UUID, grievance_act: str) -> HttpResponse:
    """Show the form of one act, and carry it out."""
    form_class = ACTS.get(grievance_act)
    if form_class is None:
        raise Http404
    found = grievance_for(request.actor, grievance_id)
    request.actor.require(form_class.permission)
    return _ACT_PAGE.answer(request, form_class, found)


@requires(Permission.GRIEVANCE_FILE)
@require_http_methods(["GET", "POST"])
@found_or_absent
def new_grievance(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Take a concern in on one screen: a grievance, an appeal, or both from one contact."""
    member = member_seen(request, member_id)
    about = _about(request, member)
    zone, at = zone_of(request), request.arrived_at
    if request.method != "POST":
        initial = {
            "client_key": str(uuid4()),
            "filed_by_name": member.full_name,
            "contact": request.GET.get("contact", ""),
            **received_now(at, zone),
        }
        return _intake(request, IntakeForm(zone=zone, at=at, about=about, initial=initial), member)
    form = IntakeForm(request.POST, zone=zone, at=at, about=about)
    if not form.is_valid():
        return _intake(request, form, member)
    try:
        opened = open_from_contact(
            form.chosen,
            appeal=form.appeal(by=request.actor),
            grievance=form.grievance(by=request.actor),
            contact_id=form.cleaned_data["contact"],
            by=request.actor,
            at=at,
        )
    except (NothingToAppeal, AppealedAlready) as refusal:
        form.add_error("request", str(refusal))
        return _intake(request, form, member, status=409)
    except (NotPossible, SameKeyOtherContent) as refusal:
        form.add_error(None, str(refusal))
        return _intake(request, form, member)
    if opened.appeal:
        messages.success(request, f"Appeal {opened.appeal.number} is filed.")
    if opened.grievance:
        messages.success(request, f"Grievance {opened.grievance.number} is filed.")
        return redirect("staff:grievance", grievance_id=opened.grievance.id)
    return redirect("staff:appeal", appeal_id=opened.appeal.id if opened.appeal else None)


def _about(request: StaffRequest, member: Member) -> About:
    """Return what a contact with this member may be about. Three queries."""
    today = office_calendar(request.actor.tenant_id).local(request.arrived_at).date()
    covered = coverage_on(request.actor.tenant_id, member.id, today)
    newest = visible_requests(request.actor).filter(member_id=member.id)
    return About(
        member_id=member.id,
        line_of_business=covered.line_of_business if covered else "",
        requests=list(newest.order_by("-received_at", "id")[:_MOST_REQUESTS]),
        colleagues=colleagues(request.actor.tenant_id),
    )


def _intake(
    request: StaffRequest, form: IntakeForm, member: Member, *, status: int | None = None
) -> HttpResponse:
    context = {
        "member": member,
        "form": form,
        "definitions": definitions_for(form.about_whom.line_of_business),
        "checked_on": staff_date(checked_on()),
    }
    return render(request, f"{_TEMPLATES}/intake.html", context, status=status or form.status)
