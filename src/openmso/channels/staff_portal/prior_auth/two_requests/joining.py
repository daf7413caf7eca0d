"""Two requests side by side: the same thing asked twice becomes one case."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.prior_auth.actions.join import NotTheSame, join
from openmso.casework.prior_auth.domain.states import OPEN, State
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import RequestNotFound, request_for, visible
from openmso.channels.ui.forms import Form
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag
from openmso.office.access.actor import Actor
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed

from ...staff_request import StaffRequest, zone_of
from ..case_file import case_file
from ..refusals import on_a_case, overtaken
from ..words.asked import case_facts, service_facts
from ..words.states import STATES


class NumberForm(Form):
    """Which request to compare with."""

    number = forms.CharField(
        label="Number of the other request", max_length=20, help_text="For example PA-261122-7KQ4MX"
    )


class JoinForm(Form):
    """Which of the two goes on."""

    goes_on = forms.ChoiceField(label="Which one goes on?", widget=forms.RadioSelect)
    other = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, one: AuthorizationRequest, other: AuthorizationRequest
    ) -> None:
        super().__init__(data, initial={"other": other.id, "goes_on": str(other.id)})
        field: Any = self.fields["goes_on"]
        field.choices = [
            (str(case.id), f"{case.number} goes on; the other joins it") for case in (other, one)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    number: str
    state: StatusTag
    facts: list[Fact]
    papers: int


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
@on_a_case
def join_page(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Compare two requests and join them. The earlier received time counts."""
    case = request_for(request.actor, request_id)
    if State(case.state) not in OPEN:
        raise MoveNotAllowed("Only an open case can be joined with another one.")
    sent = request.method == "POST"
    search = NumberForm(request.POST if sent and "number" in request.POST else None)
    other = _other(request, case, search)
    context: dict[str, Any] = {"case": case, "search": search, "form": None, "sides": ()}
    if other is None:
        status = search.status
        return render(request, "staff_portal/prior_auth/join.html", context, status=status)
    form = JoinForm(
        request.POST if sent and "goes_on" in request.POST else None, one=case, other=other
    )
    if form.is_bound and form.is_valid():
        goes_on = UUID(form.cleaned_data["goes_on"])
        joining = other.id if goes_on == case.id else case.id
        try:
            into = join(joining, into_id=goes_on, by=request.actor, at=request.arrived_at)
        except NotTheSame as mistake:
            form.add_error(None, str(mistake))
        except MoveNotAllowed as refusal:
            return overtaken(request, case.id, refusal)
        else:
            messages.success(
                request, f"Joined. {into.number} goes on with the earlier received time."
            )
            return redirect("staff:prior_auth_case", request_id=into.id)
    context |= {"form": form, "sides": [_side(request, one.id) for one in (case, other)]}
    return render(request, "staff_portal/prior_auth/join.html", context, status=form.status)


def _other(
    request: StaffRequest, case: AuthorizationRequest, search: NumberForm
) -> AuthorizationRequest | None:
    if "other" in request.POST:
        return request_for(request.actor, _id_of(request.POST["other"]))
    if not search.is_bound:
        return case.likely_duplicate
    if not search.is_valid():
        return None
    found = _numbered(request.actor, search.cleaned_data["number"])
    if found is None or found.id == case.id:
        search.add_error("number", "There is no other request with this number.")
        return None
    return found


def _numbered(viewer: Actor, number: str) -> AuthorizationRequest | None:
    return visible(viewer).filter(number=number.strip().upper()).first()


def _id_of(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise RequestNotFound(text) from None


def _side(request: StaffRequest, request_id: UUID) -> Side:
    file = case_file(request.actor, request_id)
    return Side(
        number=file.request.number,
        state=STATES[file.request.state],
        facts=[*service_facts(file), *case_facts(file.request, zone_of(request))],
        papers=len(file.documents),
    )
