"""Who looks after an IPA's members at a hospital: from a stay, and where the list is kept."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.inpatient.admissions.queries import stay_for
from openmso.channels.ui.forms import DateField, Form, NpiField, PhoneField
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.roster.plans.models import Ipa
from openmso.roster.plans.queries import ipas_of
from openmso.roster.providers.actions.keep_hospitalists import (
    NotInRoster,
    add_hospitalist,
    end_hospitalist,
)
from openmso.roster.providers.hospitalists import hospitalists_on
from openmso.roster.providers.models import Hospital

from ..staff_request import StaffRequest
from .found import found_stay

_FOLDER = "staff_portal/inpatient"


class HospitalistForm(Form):
    """One hospitalist of one IPA."""

    ipa = forms.ChoiceField(label="IPA")
    npi = NpiField(label="NPI of the physician")
    phone = PhoneField(label="Phone in the hospital")
    from_on = DateField(label="From", help_text="For example 11/22/2026")

    def __init__(self, data: Any = None, *, ipas: list[Ipa]) -> None:
        super().__init__(data)
        choice: Any = self.fields["ipa"]
        choice.choices = [("", "- Select -"), *((str(one.id), one.name) for one in ipas)]


@requires(Permission.CASE_READ)
@require_safe
@found_stay
def of_stay(request: StaffRequest, admission_id: UUID) -> HttpResponse:
    """Show the hospitalists of the patient's IPA at the hospital of the stay."""
    stay = stay_for(request.actor, admission_id)
    today = office_calendar(stay.tenant_id).local(request.arrived_at).date()
    found = (
        hospitalists_on(stay.tenant_id, today, hospital_id=stay.hospital_id, ipa_id=stay.ipa_id)
        if stay.ipa_id
        else []
    )
    context = {"stay": stay, "hospitalists": found}
    return render(request, f"{_FOLDER}/hospitalists_of_stay.html", context)


@requires(Permission.HOSPITAL_MANAGE)
@require_http_methods(["GET", "POST"])
def roster(request: StaffRequest, hospital_id: UUID) -> HttpResponse:
    """Show and keep the hospitalists of one hospital."""
    by, at = request.actor, request.arrived_at
    hospital = Hospital.objects.filter(tenant_id=by.tenant_id, id=hospital_id).first()
    if hospital is None:
        raise Http404
    today = office_calendar(by.tenant_id).local(at).date()
    adding = request.method == "POST" and "end" not in request.POST
    form = HospitalistForm(request.POST if adding else None, ipas=ipas_of(by.tenant_id))
    try:
        if adding and form.is_valid():
            said = form.cleaned_data
            add_hospitalist(
                hospital_id=hospital.id,
                ipa_id=UUID(said["ipa"]),
                npi=said["npi"],
                phone=said["phone"],
                from_on=said["from_on"],
                by=by,
                at=at,
            )
            messages.success(request, "The hospitalist is on the list.")
            return redirect("staff:hospitalists", hospital_id=hospital.id)
        if request.method == "POST" and not adding:
            end_hospitalist(hospital.id, _id(request.POST["end"]), until_on=today, by=by, at=at)
            messages.success(request, "Ended from today on.")
            return redirect("staff:hospitalists", hospital_id=hospital.id)
    except NotInRoster as refusal:
        if not adding:
            messages.error(request, str(refusal))
            return redirect("staff:hospitalists", hospital_id=hospital.id)
        form.add_error("npi", str(refusal))
    context = {
        "hospital": hospital,
        "form": form,
        "hospitalists": hospitalists_on(by.tenant_id, today, hospital_id=hospital.id),
    }
    return render(request, f"{_FOLDER}/hospitalists.html", context, status=form.status)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotInRoster("There is no such hospitalist at this hospital.") from None
