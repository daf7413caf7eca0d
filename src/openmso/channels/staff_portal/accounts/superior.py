"""Under whom somebody works: nobody answers an appeal against the decision of a superior."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.appeals.actions.set_reporting_line import set_reporting_line
from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.queries import reporting_lines
from openmso.channels.ui.forms import Form
from openmso.office.access.models import Account
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ..staff_request import StaffRequest


class SuperiorForm(Form):
    reports_to = forms.ChoiceField(label="Reports to")

    def __init__(self, data: Any = None, *, people: list[Account], now: UUID | None) -> None:
        super().__init__(data, initial={"reports_to": str(now or "")})
        choice: Any = self.fields["reports_to"]
        choice.choices = [("", "- Select -"), *((str(one.id), one.name) for one in people)]


@requires(Permission.ACCOUNT_MANAGE)
@require_http_methods(["GET", "POST"])
def superior(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Show under whom a colleague works, and change it."""
    found = Account.objects.filter(tenant_id=request.actor.tenant_id, id=account_id).first()
    if found is None:
        raise Http404
    others = [one for one in _staff(found.tenant_id) if one.id != found.id]
    now = reporting_lines(request.actor.tenant_id).get(account_id)
    data = request.POST if request.method == "POST" else None
    form = SuperiorForm(data, people=others, now=now)
    if form.is_bound and form.is_valid():
        try:
            set_reporting_line(
                found.id,
                reports_to_id=UUID(form.cleaned_data["reports_to"]),
                by=request.actor,
                at=request.arrived_at,
            )
        except NotPossible as refusal:
            form.add_error("reports_to", str(refusal))
        else:
            messages.success(request, "Kept. It counts from the next appeal that is given out.")
            return redirect("staff:account", account_id=found.id)
    context = {"account": found, "form": form}
    return render(request, "staff_portal/accounts/superior.html", context, status=form.status)


def _staff(tenant_id: UUID) -> list[Account]:
    """Return the active people of the office itself by name: nobody of a practice, no member."""
    people = Account.objects.filter(
        tenant_id=tenant_id, is_active=True, practice_id=None, member_id=None
    )
    return list(people.order_by("name", "id"))
