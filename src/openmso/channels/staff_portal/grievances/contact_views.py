"""Customer service: why a member calls, as a code, and the right case behind each reason."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from openmso.casework.appeals.appealable import can_be_appealed
from openmso.casework.appeals.domain.filing import Channel, NotPossible
from openmso.casework.grievances.actions.take_contact import take_contact
from openmso.casework.grievances.domain.intents import Intent, intents
from openmso.casework.grievances.models import MemberContact
from openmso.casework.grievances.queries import contacts_of
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import visible as visible_requests
from openmso.channels.ui.forms import Tile
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ..appeals.forms import received_now
from ..appeals.words import CHANNELS
from ..members.views import member_seen
from ..received import ReceivedForm
from ..staff_request import StaffRequest, zone_of
from .intake import KEYED, request_choice
from .views import found_or_absent

_MOST_REQUESTS = 25


class ContactForm(ReceivedForm):
    """Why the member called, and about which request."""

    intent = forms.ChoiceField(
        label="What is this call about?",
        widget=forms.RadioSelect,
        choices=[(one.intent.value, Tile(one.says, one.hint)) for one in intents().values()],
    )
    request = forms.ChoiceField(label="Which request", required=False)
    channel = forms.ChoiceField(
        label="How it reached us", choices=[(one.value, CHANNELS[one]) for one in KEYED]
    )

    field_order = ("intent", "request", "channel", "received_on", "received_time")

    def __init__(self, *args: Any, requests: list[AuthorizationRequest], **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["request"]
        field.choices = [("", "Choose"), *map(request_choice, requests)]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        intent = typed.get("intent")
        if intent and intents()[Intent(intent)].needs_request and not typed.get("request"):
            self.add_error("request", "Choose the request that they call about.")
        return typed


@requires(Permission.GRIEVANCE_FILE)
@require_http_methods(["GET", "POST"])
@found_or_absent
def contact(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Code the reason of a call and open the case it is about."""
    member = member_seen(request, member_id)
    found = visible_requests(request.actor).filter(member_id=member.id)
    requests = list(found.order_by("-received_at", "id")[:_MOST_REQUESTS])
    zone, at = zone_of(request), request.arrived_at
    posted = request.method == "POST"
    form = ContactForm(
        request.POST if posted else None,
        requests=requests,
        zone=zone,
        at=at,
        initial=received_now(at, zone),
    )
    if posted and form.is_valid():
        said = form.cleaned_data
        try:
            taken = take_contact(
                member.id,
                intent=Intent(said["intent"]),
                request_id=UUID(said["request"]) if said["request"] else None,
                channel=Channel(said["channel"]),
                received_at=form.received_at or at,
                by=request.actor,
                at=at,
            )
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            return _opened(request, taken, requests)
    context = {"member": member, "form": form, "contacts": _contacts(request, member.id)}
    return render(request, "staff_portal/grievances/contact.html", context, status=form.status)


def _opened(
    request: StaffRequest, taken: MemberContact, requests: list[AuthorizationRequest]
) -> HttpResponse:
    """Go to the case that the reason is about."""
    if taken.request_id is None:
        intake = reverse("staff:grievance_new", args=[taken.member_id])
        return redirect(f"{intake}?contact={taken.id}")
    case = next(one for one in requests if one.id == taken.request_id)
    of_case = reverse("staff:prior_auth_case", args=[case.id])
    if taken.intent == Intent.OBTAIN_APPEAL and can_be_appealed(case):
        return redirect("staff:appeal_file", request_id=case.id)
    if taken.intent == Intent.OBTAIN_APPEAL:
        messages.warning(
            request, "Nothing of this request was refused, so nothing can be appealed."
        )
    return redirect(f"{of_case}#criteria" if taken.intent == Intent.DISCUSS_CRITERIA else of_case)


def _contacts(request: StaffRequest, member_id: UUID) -> list[dict[str, str]]:
    zone, says = zone_of(request), intents()
    return [
        {
            "when": staff_time(one.received_at, zone),
            "says": says[Intent(one.intent)].says,
            "request": one.request.number if one.request else "",
            "by": one.taken_by,
        }
        for one in contacts_of(request.actor, member_id)
    ]
