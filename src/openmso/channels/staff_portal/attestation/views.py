"""Reading the statement and signing it."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.channels.ui.forms import Form
from openmso.channels.ui.words_for_time import staff_last_day, staff_time
from openmso.office.access.models import Attestation
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.attestations.actions.attest import AnotherEdition, attest
from openmso.office.attestations.statements import NO_REWARD

from ..staff_request import StaffRequest, zone_of


class AttestForm(Form):
    agreed = forms.BooleanField(label="I have read this, and it is true")
    edition = forms.CharField(widget=forms.HiddenInput, max_length=20)


@requires(Permission.ATTEST)
@require_http_methods(["GET", "POST"])
def attestation(request: StaffRequest) -> HttpResponse:
    """Show the statement with the person's earlier signatures; sign it."""
    sent = request.POST if request.method == "POST" else None
    form = AttestForm(sent, initial={"edition": NO_REWARD.edition})
    if sent is not None and form.is_valid():
        try:
            signed = attest(
                NO_REWARD,
                edition_read=form.cleaned_data["edition"],
                by=request.actor,
                at=request.arrived_at,
            )
        except AnotherEdition as refusal:
            form.add_error(None, str(refusal))
        else:
            until = staff_last_day(signed.until_on)
            messages.success(request, f"Signed. It holds to {until}, last day included.")
            return redirect("staff:attestation")
    context = {"statement": NO_REWARD, "form": form, "signatures": _signatures(request)}
    return render(request, "staff_portal/attestation/page.html", context, status=form.status)


def _signatures(request: StaffRequest) -> list[str]:
    zone = zone_of(request)
    rows = Attestation.objects.filter(
        tenant_id=request.actor.tenant_id, account=request.actor.id, statement=NO_REWARD.key
    ).order_by("-signed_at")[:10]
    return [
        f"Edition {row.edition}, signed {staff_time(row.signed_at, zone)}, "
        f"holds to {staff_last_day(row.until_on)}"
        for row in rows
    ]
