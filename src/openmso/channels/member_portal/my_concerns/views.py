"""One page: tell us what is wrong, and see how it stands."""

import secrets

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.grievances.actions.file_grievance import file_grievance
from openmso.casework.grievances.domain.filing import Filing
from openmso.casework.grievances.domain.types import FastGround, FiledBy, categories
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent

from ..pages import MemberRequest, member_form, page_language
from .forms import FAST, ConcernForm
from .page import my_concerns


@member_form
def concerns(request: MemberRequest) -> HttpResponse:
    """Show the concerns and the form; or take one in."""
    if request.method != "POST":
        key = secrets.token_urlsafe(18)
        return _show(request, ConcernForm(language=page_language(), initial={"client_key": key}))
    form = ConcernForm(request.POST, language=page_language())
    if not form.is_valid():
        return _show(request, form)
    try:
        file_grievance(_filing(request, form), by=request.actor, at=request.arrived_at)
    except SameKeyOtherContent:
        form.add_error(None, _("You sent this before. Look at the list above."))
        return _show(request, form, status=409)
    messages.success(request, _("We have it. Thank you for telling us."))
    return redirect("member:concerns")


def _filing(request: MemberRequest, form: ConcernForm) -> Filing:
    said, member_id = form.cleaned_data, request.actor.member_id
    if member_id is None:
        raise ValueError("only a member tells us a concern here")
    return Filing(
        client_key=f"member-{request.actor.id}-{said['client_key']}"[:80],
        member_id=member_id,
        channel=Channel.MEMBER,
        received_at=request.arrived_at,
        filed_by=FiledBy.MEMBER,
        filed_by_name=request.actor.name,
        words=said["words"],
        category=said["category"],
        about=said["about"],
        fast=_fast(said),
        fast_because="The member says that waiting could put their health in great danger."
        if said["speed"] == FAST
        else "",
    )


def _fast(said: dict[str, str]) -> FastGround | None:
    """Which ground there is for a fast answer, if any; whether it counts is the law's."""
    if categories()[said["category"]].our_time:
        return FastGround.OUR_TIME
    return FastGround.SERIOUS_HARM if said["speed"] == FAST else None


def _show(request: MemberRequest, form: ConcernForm, *, status: int | None = None) -> HttpResponse:
    told = my_concerns(request.actor, at=request.arrived_at, language=page_language())
    context = {"concerns": told, "form": form}
    return render(request, "member_portal/concerns.html", context, status=status or form.status)
