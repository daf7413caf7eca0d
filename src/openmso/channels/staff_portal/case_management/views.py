"""The pages of case managers."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from openmso.care.case_management.actions.open_case import (
    AlreadyFollowed,
    NotCovered,
    open_case,
)
from openmso.care.case_management.models import (
    CarePlan,
    Comment,
    Contact,
    ContinuityAnswer,
    Goal,
    Instructions,
    StandingAccess,
    StatusEntry,
    Task,
    Treatment,
)
from openmso.care.case_management.queries import case_for, changes_of_cover, not_answered_yet
from openmso.channels.ui.forms import Form
from openmso.channels.ui.presenters.worklist import KeyHint
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.letters.queries import letters_of
from openmso.roster.eligibility.finding import known_members
from openmso.roster.members.domain.search import MemberSearch

from ..staff_request import StaffRequest, zone_of
from .act import COVER, PAGE, PLAN, words_box
from .act_page import found
from .caseload import caseload_page
from .every_act import OF_CASE, OF_COVER, OF_PLAN
from .head import head
from .lines import (
    access_lines,
    change_lines,
    contact_lines,
    continuity_lines,
    daily,
    history_lines,
    status_lines,
    task_lines,
    today_of,
)

_TEMPLATES = "staff_portal/case_management"
_NEWEST = 60
KEYS = (KeyHint(key="j", does="Next member"), KeyHint(key="k", does="The one before"))


@requires(Permission.CARE_CASE_READ)
@require_safe
def caseload(request: StaffRequest) -> HttpResponse:
    """Show who is followed, the most urgent first: one's own, or everybody's."""
    mine = request.GET.get("whose") != "all"
    page = caseload_page(request.actor, mine=mine, at=request.arrived_at, zone=zone_of(request))
    context = {"page": page, "rows": page.rows, "mine": mine, "keys": KEYS}
    return render(request, f"{_TEMPLATES}/caseload.html", context)


class OpenForm(Form):
    reason = words_box("Why this member's care is followed")


@requires(Permission.CARE_CASE_WORK)
@require_http_methods(["GET", "POST"])
@found
def open_for(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Take a member into one's own caseload."""
    members = known_members(request.actor, MemberSearch(member_id=member_id))
    if not members:
        raise Http404
    form = OpenForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            case = open_case(
                member_id, form.cleaned_data["reason"], by=request.actor, at=request.arrived_at
            )
        except AlreadyFollowed as refusal:
            messages.info(request, str(refusal))
            return redirect("staff:care_case", care_id=refusal.case_id)
        except NotCovered as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{case.number} is in your caseload. Say what comes next.")
            return redirect("staff:care_case", care_id=case.id)
    context = {"form": form, "member_id": member_id}
    return render(request, f"{_TEMPLATES}/open.html", context, status=form.status)


@requires(Permission.CARE_CASE_READ)
@require_safe
@found
def case(request: StaffRequest, care_id: UUID) -> HttpResponse:
    """Show one case: what is to be done, how the member is, what was said."""
    one, zone = case_for(request.actor, care_id), zone_of(request)
    today = today_of(request.arrived_at, zone)
    of_case = {"tenant_id": one.tenant_id, "case": one}
    entries = list(StatusEntry.objects.filter(**of_case).order_by("-on", "-written_at"))
    tasks = Task.objects.filter(**of_case).order_by("due_on", "added_at", "id")
    contacts = Contact.objects.filter(**of_case).order_by("-talked_at", "id")[:_NEWEST]
    tag, untold = daily(one, entries, today)
    lines = task_lines(tasks, today)
    context = {
        "case": one,
        "head": head(one, page=PAGE, acts=OF_CASE, viewer=request.actor, today=today),
        "open_tasks": [line for line in lines if not line.ended],
        "ended_tasks": [line for line in lines if line.ended],
        "daily": tag,
        "untold": untold,
        "entries": status_lines(entries[:_NEWEST], zone),
        "contacts": contact_lines(contacts, zone),
        "history": history_lines(one, zone),
    }
    return render(request, f"{_TEMPLATES}/case.html", context)


@requires(Permission.CARE_CASE_READ)
@require_safe
@found
def plan(request: StaffRequest, care_id: UUID) -> HttpResponse:
    """Show the care plan in its editions, the goals, and what was said about it."""
    one, zone = case_for(request.actor, care_id), zone_of(request)
    today = today_of(request.arrived_at, zone)
    of_case = {"tenant_id": one.tenant_id, "case": one}
    editions = list(CarePlan.objects.filter(**of_case).order_by("-edition"))
    accesses = StandingAccess.objects.filter(**of_case).select_related("specialist")
    context = {
        "case": one,
        "head": head(one, page=PLAN, acts=OF_PLAN, viewer=request.actor, today=today),
        "newest": editions[0] if editions else None,
        "earlier": editions[1:],
        "goals": Goal.objects.filter(**of_case).order_by("set_at", "id"),
        "comments": Comment.objects.filter(**of_case).order_by("written_at", "id"),
        "instructions": Instructions.objects.filter(**of_case).order_by("-written_at", "id"),
        "accesses": access_lines(one, accesses.order_by("from_on", "id"), today),
        "letters": letters_of(one.tenant_id, one.id),
        "zone": zone,
    }
    return render(request, f"{_TEMPLATES}/plan.html", context)


@requires(Permission.CARE_CASE_READ)
@require_safe
@found
def cover(request: StaffRequest, care_id: UUID) -> HttpResponse:
    """Show what changed in the member's cover, and what goes on all the same."""
    one = case_for(request.actor, care_id)
    today = today_of(request.arrived_at, zone_of(request))
    changes = changes_of_cover(one)
    of_case = {"tenant_id": one.tenant_id, "case": one}
    answers = ContinuityAnswer.objects.filter(**of_case).order_by("-changed_on", "what")
    context = {
        "case": one,
        "head": head(one, page=COVER, acts=OF_COVER, viewer=request.actor, today=today),
        "changes": change_lines(changes),
        "waiting": len(not_answered_yet(one, changes)),
        "answers": continuity_lines(answers),
        "treatments": Treatment.objects.filter(**of_case).order_by("since_on", "id"),
    }
    return render(request, f"{_TEMPLATES}/cover.html", context)
