"""Inviting somebody, sending the link again and taking it back: the same at every desk."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from openmso.office.access.actor import Actor
from openmso.office.accounts.actions.invite_again import invite_again
from openmso.office.accounts.actions.withdraw_invitation import withdraw_invitation
from openmso.office.accounts.queries import InvitationNotFound
from openmso.office.accounts.steps.locking import InvitationClosed

INVITED = "Invited. The mail with the link leaves within a minute."


def link_holds_for() -> timedelta:
    """Return how long the link of an invitation works in this installation."""
    return timedelta(hours=settings.INVITATION_HOURS)


def site_of(request: HttpRequest) -> str:
    """Return the address with which the link in the mail begins."""
    return request.build_absolute_uri("/")


def send_again_page(
    request: HttpRequest, invitation_id: UUID, *, by: Actor, at: datetime, back_to: str
) -> HttpResponse:
    """Send a new link, so that the earlier one stops working; go back to the page `back_to`."""
    try:
        invite_again(invitation_id, holds_for=link_holds_for(), site=site_of(request), by=by, at=at)
    except InvitationNotFound:
        raise Http404 from None
    except InvitationClosed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "A new link is on its way. The earlier one no longer works.")
    return redirect(back_to)


def withdraw_page(
    request: HttpRequest, invitation_id: UUID, *, by: Actor, at: datetime, back_to: str
) -> HttpResponse:
    """Take an invitation back; go back to the page `back_to`."""
    try:
        withdraw_invitation(invitation_id, by=by, at=at)
    except InvitationNotFound:
        raise Http404 from None
    except InvitationClosed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Withdrawn. The link no longer works.")
    return redirect(back_to)
