"""The daily round: one patient after another, without leaving the keyboard; and struck moves."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from openmso.casework.inpatient.admissions.actions.strike_move import strike_move
from openmso.casework.inpatient.admissions.actions.write_status import (
    Status,
    StatusNotPossible,
    write_status,
)
from openmso.casework.inpatient.admissions.census import next_without_status
from openmso.casework.inpatient.admissions.domain.daily_status import Condition
from openmso.casework.inpatient.admissions.domain.stay import StayNotPossible
from openmso.casework.inpatient.admissions.queries import StayNotFound, statuses_of, stay_for
from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import NotAllowed
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.moves import MoveNotAllowed

from ..staff_request import StaffRequest
from .found import found_stay
from .tabs import tabs

_FOLDER = "staff_portal/inpatient"


class _FirstInFocus(forms.RadioSelect):
    """The page opens with the first answer in focus: arrows choose, Enter sends."""

    def create_option(self, *args: Any, **more: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(*args, **more)
        if option["index"] == "0":
            option["attrs"]["autofocus"] = True
        return option


class StatusForm(Form):
    """One day of one patient; Enter sends it."""

    on = DateField(label="Day")
    condition = forms.ChoiceField(
        label="The patient is",
        widget=_FirstInFocus({"class": "tiles--row"}),
        choices=[
            (Condition.AS_EXPECTED.value, "As expected"),
            (Condition.BETTER.value, "Better"),
            (Condition.WORSE.value, "Worse"),
            (Condition.READY_TO_LEAVE.value, "Ready to leave"),
            (Condition.NOT_REACHED.value, "Hospital not reached"),
        ],
    )
    plan = forms.CharField(label="Needed to go home", max_length=300, required=False)
    note = forms.CharField(
        label="Note", widget=forms.Textarea({"rows": 2}), max_length=2000, required=False
    )
    round = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def status_written(self) -> Status:
        """Return what was written; the form must be valid."""
        said = self.cleaned_data
        return Status(
            on=said["on"],
            condition=Condition(said["condition"]),
            note=said["note"],
            plan=said["plan"],
        )


@requires(Permission.STAY_STATUS)
@require_GET
def daily_round(request: StaffRequest) -> HttpResponse:
    """Go to the next patient without a status of today; say so when the round is done."""
    following = next_without_status(request.actor, at=request.arrived_at)
    if following is None:
        context = {"tabs": tabs(request.actor, "staff:stays_round")}
        return render(request, f"{_FOLDER}/round_done.html", context)
    address = redirect("staff:admission_status", admission_id=following.id)
    address.headers["Location"] += "?round=1"
    return address


@requires(Permission.STAY_STATUS)
@require_http_methods(["GET", "POST"])
@found_stay
def status(request: StaffRequest, admission_id: UUID) -> HttpResponse:
    """Write the status of one day; on the round, go on to the next patient."""
    stay = stay_for(request.actor, admission_id)
    today = office_calendar(stay.tenant_id).local(request.arrived_at).date()
    initial = {"on": _day(request.GET.get("on", "")) or today, "round": "round" in request.GET}
    form = StatusForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            kept = write_status(
                stay.id, form.status_written(), by=request.actor, at=request.arrived_at
            )
        except StatusNotPossible as refusal:
            form.add_error("on", str(refusal))
        else:
            messages.success(request, f"{stay.number}: {staff_date(kept.on)} is written.")
            if form.cleaned_data["round"]:
                return redirect("staff:stays_round")
            return redirect("staff:admission", admission_id=stay.id)
    latest = statuses_of(stay)[:1]
    context = {"stay": stay, "form": form, "latest": latest[0] if latest else None}
    return render(request, f"{_FOLDER}/status.html", context, status=form.status)


class StrikeForm(Form):
    why = forms.CharField(label="Why it was wrong", max_length=300)


@requires(Permission.STAY_FOLLOW)
@require_http_methods(["GET", "POST"])
def strike(request: StaffRequest, admission_id: UUID, move_id: UUID) -> HttpResponse:
    """Strike a line about where the patient was; the right one is written anew."""
    try:
        stay = stay_for(request.actor, admission_id)
        move = stay.moves.select_related("hospital").filter(id=move_id, struck_at=None).first()
        if move is None:
            raise StayNotFound("There is no such line.")
        form = StrikeForm(request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            strike_move(
                stay.id,
                move.id,
                why=form.cleaned_data["why"],
                by=request.actor,
                at=request.arrived_at,
            )
            messages.success(request, "Struck. Write down what was right.")
            return redirect("staff:admission", admission_id=stay.id)
        code = form.status
    except StayNotFound:
        raise Http404 from None
    except NotAllowed:
        raise PermissionDenied from None
    except (StayNotPossible, MoveNotAllowed) as refusal:
        form.add_error(None, str(refusal))
        code = 409
    context = {"stay": stay, "form": form, "move": move}
    return render(request, f"{_FOLDER}/strike.html", context, status=code)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
