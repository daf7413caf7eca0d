"""What the first person of a practice does about its colleagues' accounts."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from openmso.office.access.permissions import Permission
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.invite import AlreadyHere, AlreadyInvited, invite
from openmso.office.accounts.actions.invite_again import invite_again
from openmso.office.accounts.actions.withdraw_invitation import withdraw_invitation
from openmso.office.accounts.queries import InvitationNotFound
from openmso.office.accounts.steps.locking import InvitationClosed
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
                holds_for=_holds_for(),
                site=request.build_absolute_uri("/"),
                by=request.actor,
                at=request.arrived_at,
            )
        except (AlreadyInvited, AlreadyHere) as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, "Invited. The mail with the link leaves within a minute.")
            return redirect("practice:colleagues")
    zone = tenant_by_id(request.actor.tenant_id).zone
    page = colleagues_page(request.actor, at=request.arrived_at, zone=zone)
    context = {"page": page, "form": form}
    answer = "provider_portal/colleagues/list.html"
    return render(request, answer, context, status=form.status)


@practice_page(_COLLEAGUES, "POST")
def send_again(request: PracticeRequest, invitation_id: UUID) -> HttpResponse:
    """Send a new link; the earlier one stops working."""
    try:
        invite_again(
            invitation_id,
            holds_for=_holds_for(),
            site=request.build_absolute_uri("/"),
            by=request.actor,
            at=request.arrived_at,
        )
    except InvitationNotFound:
        raise Http404 from None
    except InvitationClosed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "A new link is on its way. The earlier one no longer works.")
    return redirect("practice:colleagues")


@practice_page(_COLLEAGUES, "POST")
def withdraw(request: PracticeRequest, invitation_id: UUID) -> HttpResponse:
    """Take an invitation back."""
    try:
        withdraw_invitation(invitation_id, by=request.actor, at=request.arrived_at)
    except InvitationNotFound:
        raise Http404 from None
    except InvitationClosed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Withdrawn. The link no longer works.")
    return redirect("practice:colleagues")


def _holds_for() -> timedelta:
    return timedelta(hours=settings.INVITATION_HOURS)
