"""One page: ask us to change our answer, and see how it stands."""

import secrets
from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from openmso.casework.appeals.actions.file_appeal import (
    AppealedAlready,
    NothingToAppeal,
    file_appeal,
)
from openmso.casework.appeals.domain.filing import Channel, Filing
from openmso.casework.appeals.domain.types import FiledBy
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.forms.papers import checked_papers
from openmso.office.documents.inspection import Inspected

from ..pages import MemberRequest, member_form, page_language
from .forms import FAST, AppealForm
from .page import MyAppeals, my_appeals


@member_form
def appeal(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """Show the appeals about a request, and the form while none is open; or take one in."""
    page = my_appeals(request.actor, request_id, at=request.arrived_at, language=page_language())
    if request.method != "POST":
        form = AppealForm(late=page.late, initial={"client_key": secrets.token_urlsafe(18)})
        return _show(request, page, form)
    form = AppealForm(request.POST, request.FILES, late=page.late)
    files = _inspected(form) if form.is_valid() else None
    if files is None:
        return _show(request, page, form, status=422)
    try:
        filing = _filing(request, request_id, form)
        file_appeal(filing, files=files, by=request.actor, at=request.arrived_at)
    except (AppealedAlready, NothingToAppeal, SameKeyOtherContent):
        form.add_error(None, _("You asked already, or there is no answer to change."))
        return _show(request, page, form, status=409)
    messages.success(request, _("We have it. We wrote you a letter that says what comes next."))
    return redirect("member:appeal", request_id=request_id)


def _filing(request: MemberRequest, request_id: UUID, form: AppealForm) -> Filing:
    said = form.cleaned_data
    return Filing(
        client_key=f"member-{request.actor.id}-{said['client_key']}"[:80],
        request_id=request_id,
        channel=Channel.MEMBER,
        received_at=request.arrived_at,
        filed_by=FiledBy.MEMBER,
        filed_by_name=request.actor.name,
        words=said["words"],
        fast=said["speed"] == FAST,
        fast_because="The member says that waiting could put their health in great danger."
        if said["speed"] == FAST
        else "",
        good_cause=said.get("late_because", ""),
    )


def _inspected(form: AppealForm) -> Sequence[tuple[str, Inspected]] | None:
    """Return the files that were sent, checked; None after putting a sentence beside the field."""
    found = checked_papers(form)
    return None if form.errors else found


def _show(
    request: MemberRequest, page: MyAppeals, form: AppealForm, *, status: int = 200
) -> HttpResponse:
    context = {"page": page, "form": form}
    return render(request, "member_portal/appeal.html", context, status=status)
