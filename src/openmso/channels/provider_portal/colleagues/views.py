"""What the first person of a practice does about its colleagues' accounts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openmso.channels.ui.invitations import (
    INVITED,
    link_holds_for,
    send_again_page,
    site_of,
    withdraw_page,
)
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.invite import AlreadyHere, AlreadyInvited, invite
from openmso.office.tenants.queries import tenant_by_id

from ..pages import PracticeRequest, practice_of, practice_page
from .forms import ColleagueForm
from .listing import colleagues_page

_COLLEAGUES = Permission.PRACTICE_COLLEAGUES


@practice_page(_COLLEAGUES, "GET", "HEAD", "POST")
def colleagues(request: PracticeRequest) -> HttpResponse:
    """Show the colleagues; invite one to this practice and to no other."""
    form = ColleagueForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            invite(
                form.cleaned_data["email"],
                role=Role.PRACTICE,
                practice_id=practice_of(request),
                holds_for=link_holds_for(),
                site=site_of(request),
                by=request.actor,
                at=request.arrived_at,
            )
        except (AlreadyInvited, AlreadyHere) as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, INVITED)
            return redirect("practice:colleagues")
    zone = tenant_by_id(request.actor.tenant_id).zone
    page = colleagues_page(request.actor, at=request.arrived_at, zone=zone)
    context = {"page": page, "form": form}
    answer = "provider_portal/colleagues/list.html"
    return render(request, answer, context, status=form.status)


@practice_page(_COLLEAGUES, "POST")
def send_again(request: PracticeRequest, invitation_id: UUID) -> HttpResponse:
    """Send a new link; the earlier one stops working."""
    by, at = request.actor, request.arrived_at
    return send_again_page(request, invitation_id, by=by, at=at, back_to="practice:colleagues")


@practice_page(_COLLEAGUES, "POST")
def withdraw(request: PracticeRequest, invitation_id: UUID) -> HttpResponse:
    """Take an invitation back."""
    by, at = request.actor, request.arrived_at
    return withdraw_page(request, invitation_id, by=by, at=at, back_to="practice:colleagues")
