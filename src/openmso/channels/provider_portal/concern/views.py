"""One page: tell us a concern for the patient of a request, and see how it stands."""

import secrets
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.grievances.actions.file_grievance import file_grievance
from openmso.casework.grievances.domain.filing import Filing
from openmso.casework.grievances.domain.states import State
from openmso.casework.grievances.domain.types import FiledBy, categories
from openmso.casework.grievances.queries import visible
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import request_for
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.forms import Form
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.permissions import Permission
from openmso.office.tenants.queries import tenant_by_id

from ..pages import PracticeRequest, practice_page

_STATES = {
    State.OPEN: StatusTag("We have it", StatusTone.WAITING),
    State.IN_WORK: StatusTag("Somebody works on it", StatusTone.WORKING),
    State.ANSWERED: StatusTag("Answered to the patient", StatusTone.GOOD),
    State.SOLVED: StatusTag("Solved", StatusTone.GOOD),
    State.WITHDRAWN: StatusTag("Taken back", StatusTone.QUIET),
    State.DISMISSED: StatusTag("Closed: the patient's consent never came", StatusTone.QUIET),
    State.BECAME_APPEAL: StatusTag("Goes on as an appeal", StatusTone.WORKING),
}


class ConcernForm(Form):
    """What the practice tells us. The patient's consent may follow."""

    filed_by_name = forms.CharField(label="Who tells us", max_length=160)
    category = forms.ChoiceField(
        label="What it is about",
        choices=lambda: [(one.key, one.en) for one in categories().values() if not one.decision],
    )
    words = forms.CharField(
        label="What happened", widget=forms.Textarea({"rows": 6}), max_length=8000
    )
    client_key = forms.CharField(widget=forms.HiddenInput, max_length=40)


@practice_page(Permission.PRACTICE_CONCERN, "GET", "HEAD", "POST")
def concern(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    """Show the concerns about a request and the form; or take one in."""
    case = request_for(request.actor, request_id)
    if request.method != "POST":
        initial = {
            "client_key": secrets.token_urlsafe(18),
            "filed_by_name": case.practitioner.full_name,
        }
        return _show(request, case, ConcernForm(initial=initial))
    form = ConcernForm(request.POST)
    if not form.is_valid():
        return _show(request, case, form)
    said = form.cleaned_data
    filing = Filing(
        client_key=f"practice-{request.actor.id}-{said['client_key']}"[:80],
        member_id=case.member_id,
        channel=Channel.PORTAL,
        received_at=request.arrived_at,
        filed_by=FiledBy.PROVIDER,
        filed_by_name=said["filed_by_name"],
        words=said["words"],
        category=said["category"],
        request_id=case.id,
    )
    try:
        filed = file_grievance(filing, by=request.actor, at=request.arrived_at)
    except SameKeyOtherContent as refusal:
        form.add_error(None, str(refusal))
        return _show(request, case, form, status=409)
    messages.success(request, f"Grievance {filed.number} is with us.")
    return redirect("practice:concern", request_id=case.id)


def _show(
    request: PracticeRequest,
    case: AuthorizationRequest,
    form: ConcernForm,
    *,
    status: int | None = None,
) -> HttpResponse:
    zone = tenant_by_id(case.tenant_id).zone
    found = visible(request.actor).filter(request_id=case.id).order_by("-received_at", "id")
    context = {
        "case": case,
        "form": form,
        "concerns": [
            {
                "number": one.number,
                "told": staff_time(one.received_at, zone),
                "tag": _STATES[State(one.state)],
                "paper": one.authority == "pending",
            }
            for one in found
        ],
    }
    template = "provider_portal/concern/concern.html"
    return render(request, template, context, status=status or form.status)
