"""One page: appeal for the patient, and see how it stands."""

import secrets
from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openmso.casework.appeals.actions.file_appeal import (
    AppealedAlready,
    NothingToAppeal,
    file_appeal,
)
from openmso.casework.appeals.domain.filing import Channel, Filing
from openmso.casework.appeals.domain.types import FiledBy
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.forms.papers import checked_papers
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected

from ..pages import PracticeRequest, practice_page
from .forms import FAST, AppealForm
from .page import AppealsOfRequest, appeals_page


@practice_page(Permission.PRACTICE_APPEAL, "GET", "HEAD", "POST")
def appeal(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    """Show the appeals about a request, and the form while none is open; or take one in."""
    page = appeals_page(request.actor, request_id, at=request.arrived_at)
    if request.method != "POST":
        initial = {
            "client_key": secrets.token_urlsafe(18),
            "filed_by_name": page.request.practitioner.full_name,
        }
        form = AppealForm(needs_paper=page.needs_paper, late=page.late, initial=initial)
        return _show(request, page, form)
    form = AppealForm(request.POST, request.FILES, needs_paper=page.needs_paper, late=page.late)
    files = _inspected(form) if form.is_valid() else None
    if files is None:
        return _show(request, page, form, status=422)
    try:
        filing = _filing(request, request_id, form)
        filed = file_appeal(filing, files=files, by=request.actor, at=request.arrived_at)
    except (AppealedAlready, NothingToAppeal, SameKeyOtherContent) as refusal:
        form.add_error(None, str(refusal))
        return _show(request, page, form, status=409)
    messages.success(request, f"Appeal {filed.number} is with us.")
    return redirect("practice:appeal", request_id=request_id)


def _filing(request: PracticeRequest, request_id: UUID, form: AppealForm) -> Filing:
    said = form.cleaned_data
    return Filing(
        client_key=f"practice-{request.actor.id}-{said['client_key']}"[:80],
        request_id=request_id,
        channel=Channel.PORTAL,
        received_at=request.arrived_at,
        filed_by=FiledBy.TREATING_PHYSICIAN,
        filed_by_name=said["filed_by_name"],
        words=said["words"],
        fast=said["speed"] == FAST,
        physician_says_fast=said["speed"] == FAST,
        authority_shown=bool(said.get("consent")),
        good_cause=said.get("good_cause", ""),
    )


def _inspected(form: AppealForm) -> Sequence[tuple[str, Inspected]] | None:
    """Return the files that were sent, checked; None after putting a sentence beside the field."""
    found = checked_papers(form)
    if not found and form.cleaned_data.get("consent"):
        form.add_error("papers", "Add the patient's consent here.")
    return None if form.errors else found


def _show(
    request: PracticeRequest, page: AppealsOfRequest, form: AppealForm, *, status: int = 200
) -> HttpResponse:
    context = {"page": page, "form": form}
    return render(request, "provider_portal/appeal/appeal.html", context, status=status)
