"""An appeal turns out to be a grievance: said on a page of the appeal."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.domain.states import OPEN
from openmso.casework.appeals.queries import AppealNotFound, appeal_for
from openmso.casework.grievances.actions.retype_as_grievance import retype_as_grievance
from openmso.casework.grievances.domain.types import categories
from openmso.channels.ui.forms import Form
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed

from ..staff_request import StaffRequest

TITLE = "It is a grievance"


class BecomesGrievance(Form):
    title = TITLE
    button = "Make it a grievance"
    before = (
        "It goes on as a grievance with the clocks of the first receipt. The member gets the "
        "letter that the concern is here; the appeal is closed without a letter of its own."
    )

    category = forms.ChoiceField(
        label="What it is about",
        choices=lambda: [(one.key, one.en) for one in categories().values() if not one.decision],
    )
    why = forms.CharField(label="Why it is a grievance", max_length=300)


@requires(Permission.APPEAL_PREPARE)
@require_http_methods(["GET", "POST"])
def appeal_is_grievance(request: StaffRequest, appeal_id: UUID) -> HttpResponse:
    """Show the form, and make a grievance of the appeal."""
    try:
        found = appeal_for(request.actor, appeal_id)
    except AppealNotFound:
        raise Http404 from None
    form = BecomesGrievance(request.POST if request.method == "POST" else None)
    status, reasons = form.status, tuple[str, ...]()
    if found.state not in OPEN:
        status, reasons = 409, (f"{TITLE}: not while the appeal is {found.get_state_display()}.",)
    elif request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = retype_as_grievance(
                found.id,
                category=said["category"],
                why=said["why"],
                by=request.actor,
                at=request.arrived_at,
            )
        except (MoveNotAllowed, NotPossible) as refusal:
            status, reasons = 409, (str(refusal),)
        else:
            messages.success(request, f"It goes on as grievance {made.number}.")
            return redirect("staff:grievance", grievance_id=made.id)
    context = {"appeal": found, "form": form, "reasons": reasons}
    return render(request, "staff_portal/appeals/act.html", context, status=status)
