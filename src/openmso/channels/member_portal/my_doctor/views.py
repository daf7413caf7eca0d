"""Who my doctor is, what I asked, and asking for another one. The plan decides, not we."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.eligibility.domain.coverage import Coverage
from openmso.roster.eligibility.queries import coverage_on
from openmso.roster.pcp_changes.actions.ask import (
    ASKED_ALREADY,
    NO_SUCH_DOCTOR,
    NOT_COVERED,
    NotToBeAsked,
    ask_for_doctor,
)
from openmso.roster.pcp_changes.domain.answer import OPEN
from openmso.roster.pcp_changes.queries import Doctor, changes_seen, primary_care_doctors

from ..pages import MemberRequest, member_form, page_language
from .form import FindForm, WishForm
from .wishes import wishes_of

_STEP, _WISH = "step", "wish"


@member_form
def my_doctor(request: MemberRequest) -> HttpResponse:
    """Show the doctor and the wishes; look for another doctor; take the wish."""
    coverage = _coverage(request)
    find = FindForm(request.POST if request.method == "POST" else None)
    wish = None
    if find.is_bound and coverage is not None and find.is_valid():
        doctors = _doctors(request, coverage, find.cleaned_data["name"])
        if not doctors:
            find.add_error("name", _("We found no doctor with this name who takes new patients."))
        else:
            chosen = request.POST if request.POST.get(_STEP) == _WISH else None
            wish = WishForm(chosen, doctors=doctors)
    if wish is not None and wish.is_bound and wish.is_valid() and _ask(request, wish):
        return redirect("member:my_doctor")
    return _page(request, coverage, find, wish)


def _ask(request: MemberRequest, form: WishForm) -> bool:
    said = form.cleaned_data
    try:
        ask_for_doctor(
            UUID(said["doctor"]), reason=said["reason"], by=request.actor, at=request.arrived_at
        )
    except NotToBeAsked as refusal:
        form.add_error("doctor", _why_not(refusal.why))
        return False
    return True


def _why_not(why: str) -> str:
    if why == ASKED_ALREADY:
        return _("You have asked your plan before. Wait for its answer, or call your plan.")
    if why == NO_SUCH_DOCTOR:
        return _("This doctor takes no new patients here. Choose another one.")
    if why == NOT_COVERED:
        return _("We found no health plan for you today. Call your plan.")
    return _("This is your doctor already.")


def _page(
    request: MemberRequest, coverage: Coverage | None, find: FindForm, wish: WishForm | None
) -> HttpResponse:
    zone = tenant_by_id(request.actor.tenant_id).zone
    changes = changes_seen(request.actor)
    context: dict[str, Any] = {
        "coverage": coverage,
        "wishes": wishes_of(changes, zone=zone, language=page_language()),
        "is_open": any(change.state in OPEN for change in changes),
        "find": find,
        "wish": wish,
    }
    status = max(find.status, wish.status if wish else 200)
    return render(request, "member_portal/my_doctor.html", context, status=status)


def _coverage(request: MemberRequest) -> Coverage | None:
    actor = request.actor
    if actor.member_id is None:
        raise Http404
    today = office_calendar(actor.tenant_id).local(request.arrived_at).date()
    return coverage_on(actor.tenant_id, actor.member_id, today)


def _doctors(request: MemberRequest, coverage: Coverage, name: str) -> list[Doctor]:
    actor = request.actor
    today = office_calendar(actor.tenant_id).local(request.arrived_at).date()
    return primary_care_doctors(actor.tenant_id, coverage.ipa_id, name, on=today)
