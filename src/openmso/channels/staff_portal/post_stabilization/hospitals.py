"""The hospitals that may use our page: their numbers, and where their codes go."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.channels.ui.forms import Form, NpiField, PhoneField
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.roster.providers.actions.add_hospital import NewHospital
from openmso.roster.providers.actions.set_up_hospital import NumberTaken, set_up_hospital
from openmso.roster.providers.hospitals import hospitals_of

from ..staff_request import StaffRequest


class HospitalForm(Form):
    """One hospital. The NPI says which one it is; the rest replaces what was there."""

    name = forms.CharField(label="Name", max_length=160)
    npi = NpiField(label="NPI")
    number = forms.RegexField(
        r"^[A-Za-z0-9 -]{4,20}$",
        label="Its number on our page",
        help_text="4 to 20 letters and digits, for example H4021.",
        error_messages={"invalid": "Use 4 to 20 letters and digits."},
    )
    contact_email = forms.EmailField(
        label="Mail address for one-time codes",
        help_text="A shared address that somebody reads at night. Check it with the hospital.",
    )
    phone = PhoneField(label="Phone", required=False)
    fax = PhoneField(label="Fax, for our letters", required=False)

    def hospital(self) -> NewHospital:
        """Return what was typed; the form must be valid."""
        return NewHospital(**{name: self.cleaned_data[name] for name in self.fields})


@requires(Permission.HOSPITAL_MANAGE)
@require_http_methods(["GET", "POST"])
def hospitals(request: StaffRequest) -> HttpResponse:
    """Show the hospitals, and set one up."""
    form = HospitalForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            done = set_up_hospital(form.hospital(), by=request.actor, at=request.arrived_at)
        except NumberTaken as refusal:
            form.add_error("number", str(refusal))
        else:
            messages.success(request, f"{done.name} can use the page with {done.number}.")
            return redirect("staff:hospitals")
    context = {"form": form, "hospitals": hospitals_of(request.actor.tenant_id)}
    page = "staff_portal/post_stabilization/hospitals.html"
    return render(request, page, context, status=form.status)
