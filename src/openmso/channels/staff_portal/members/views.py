"""Finding a member, the member's page, and the eligibility check with its receipt."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.finding import MemberRow, find_members, known_members
from openmso.roster.eligibility.models import EligibilityReceipt
from openmso.roster.eligibility.queries import receipt_numbered
from openmso.roster.members.domain.search import MemberSearch, NotEnoughToSearch
from openmso.roster.members.models import Member
from openmso.roster.members.queries import member_for
from openmso.roster.plans.queries import ipas_of

from ..staff_request import StaffRequest, zone_of
from .forms import EligibilityForm, MemberSearchForm
from .page import member_page
from .receipt import receipt_page


@requires(Permission.MEMBER_SEARCH)
@require_http_methods(["GET", "POST"])
def members(request: StaffRequest) -> HttpResponse:
    """Search by number, or by the beginning of a name and the birth date."""
    form = MemberSearchForm(request.POST if request.method == "POST" else None)
    rows: list[MemberRow] | None = None
    if request.method == "POST" and form.is_valid():
        today = office_calendar(request.actor.tenant_id).local(request.arrived_at).date()
        try:
            rows = find_members(request.actor, form.search(), on=today)
        except NotEnoughToSearch as mistake:
            form.add_error("family_name", str(mistake))
    context = {"form": form, "rows": rows}
    return render(request, "staff_portal/members/search.html", context, status=form.status)


@requires(Permission.MEMBER_SEARCH)
@require_GET
def member(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Show one member."""
    return _page(request, member_seen(request, member_id), _form(request))


@requires(Permission.ELIGIBILITY_CHECK)
@require_POST
def check(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Check whether the member is covered on a day, and go to the numbered receipt."""
    found = member_seen(request, member_id)
    form = _form(request)
    if not form.is_valid():
        return _page(request, found, form)
    ipa = form.cleaned_data["ipa"]
    question = EligibilityQuestion(
        search=MemberSearch(member_id=found.id),
        for_date=form.cleaned_data["for_date"],
        ipa_id=UUID(ipa) if ipa else None,
    )
    receipt = check_eligibility(question, by=request.actor, at=request.arrived_at)
    return redirect("staff:receipt", number=receipt.number)


@requires(Permission.ELIGIBILITY_CHECK)
@require_GET
def receipt(request: StaffRequest, number: str) -> HttpResponse:
    """Show a receipt as it was given."""
    try:
        found = receipt_numbered(request.actor, number)
    except EligibilityReceipt.DoesNotExist:
        raise Http404 from None
    if found.member_id is not None and found.asked_by != request.actor.id:
        _require_known(request, found.member_id)
    context = {"receipt": receipt_page(found, zone=zone_of(request))}
    return render(request, "staff_portal/members/receipt.html", context)


def member_seen(request: StaffRequest, member_id: UUID) -> Member:
    """Return a member whom this person may see; any other one is not found."""
    _require_known(request, member_id)
    try:
        return member_for(request.actor, member_id)
    except Member.DoesNotExist:
        raise Http404 from None


def _require_known(request: StaffRequest, member_id: UUID) -> None:
    """Answer "not found" to somebody who is limited to IPAs that do not know this member."""
    if request.actor.ipa_ids and not known_members(
        request.actor, MemberSearch(member_id=member_id)
    ):
        raise Http404


def _form(request: StaffRequest) -> EligibilityForm:
    ipas = [(str(ipa.id), ipa.name) for ipa in ipas_of(request.actor.tenant_id)]
    return EligibilityForm(request.POST if request.method == "POST" else None, ipas=ipas)


def _page(request: StaffRequest, found: Member, form: EligibilityForm) -> HttpResponse:
    context = {
        "page": member_page(found, viewer=request.actor),
        "form": form,
        "may_follow": request.actor.may(Permission.CARE_CASE_WORK),
        "may_announce": request.actor.may(Permission.OUTSIDE_REVIEW_WORK),
        "may_appeal": request.actor.may(Permission.APPEAL_FILE),
        "may_take_calls": request.actor.may(Permission.GRIEVANCE_FILE),
    }
    return render(request, "staff_portal/members/member.html", context, status=form.status)
