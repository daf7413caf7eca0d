"""The questions of the night, the same on the hospital's page and at the phone desk."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openmso.casework.inpatient.post_stabilization.domain.request import (
    CareAsTold,
    PatientAsTold,
    Purpose,
)

from .choices import Tile
from .dates import DateField, MemorableDateField
from .form import Form
from .phone import PhoneField
from .times import NoSuchTime, TimeField, moment_of


def _purposes() -> list[tuple[str, str]]:
    maintain = gettext("It keeps the patient as stable as they are now.")
    improve = gettext("It makes the patient's condition better, or ends it.")
    return [
        (Purpose.MAINTAIN.value, Tile(gettext("Maintain"), maintain)),
        (Purpose.IMPROVE.value, Tile(gettext("Improve or resolve"), improve)),
    ]


class NightForm(Form):
    """What a hospital tells about a stabilized patient. Days and times are in the office's zone."""

    client_key = forms.RegexField(r"^[\w-]{16,64}$", widget=forms.HiddenInput)
    caller = forms.CharField(label=_("Who asks"), max_length=120, help_text=_("Name and function."))
    call_back = PhoneField(label=_("Call-back number"))
    patient_name = forms.CharField(label=_("Patient's name"), max_length=160)
    birth_date = MemorableDateField(label=_("Patient's birth date"), required=False)
    plan_number = forms.CharField(
        label=_("Number on the patient's card"),
        max_length=40,
        required=False,
        help_text=_("With the birth date it finds the plan at once. Go on without it if you must."),
    )
    emergency_on = DateField(label=_("Emergency began on"), required=False)
    emergency_time = TimeField(label=_("Emergency began at"), required=False)
    stabilized_on = DateField(label=_("Stabilized on"), help_text=_("For example 11/22/2026"))
    stabilized_time = TimeField(label=_("Stabilized at"), help_text=_("For example 2:05 AM"))
    stabilized_by = forms.CharField(label=_("Stabilized by"), max_length=120)
    purpose = forms.ChoiceField(
        label=_("The care is to"), widget=forms.RadioSelect, choices=_purposes
    )
    care = forms.CharField(
        label=_("Which care"), widget=forms.Textarea({"rows": 3}), max_length=2000
    )
    circumstance = forms.CharField(
        label=_("Why now, if it is to improve or resolve"),
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(self, data: Any = None, *, zone: ZoneInfo, at: datetime, **more: Any) -> None:
        self.zone, self.at = zone, at
        self._moments: dict[str, datetime] = {}
        today = at.astimezone(zone).date()
        initial = {"stabilized_on": today} | more.pop("initial", {})
        super().__init__(data, initial=initial, **more)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        self._read_moment("stabilized", typed)
        if typed.get("emergency_on") or typed.get("emergency_time"):
            self._read_moment("emergency", typed)
        stabilized, began = self._moments.get("stabilized"), self._moments.get("emergency")
        if stabilized is not None and stabilized > self.at:
            self.add_error("stabilized_time", _("This time has not come yet."))
        if stabilized is not None and began is not None and began > stabilized:
            self.add_error("emergency_time", _("The emergency came before the patient was stable."))
        improves = typed.get("purpose") == Purpose.IMPROVE
        if improves and not (typed.get("circumstance") or "").strip():
            self.add_error(
                "circumstance", _("Say why care that improves or resolves is needed now.")
            )
        return typed

    def patient(self) -> PatientAsTold:
        """Return the patient as told; the form must be valid."""
        said = self.cleaned_data
        return PatientAsTold(
            name=said["patient_name"],
            birth_date=said["birth_date"],
            plan_number=said["plan_number"],
        )

    def care_told(self) -> CareAsTold:
        """Return the care as told; the form must be valid."""
        said = self.cleaned_data
        return CareAsTold(
            stabilized_at=self._moments["stabilized"],
            stabilized_by=said["stabilized_by"],
            purpose=Purpose(said["purpose"]),
            care=said["care"],
            circumstance=said["circumstance"],
            emergency_began_at=self._moments.get("emergency"),
        )

    def _read_moment(self, name: str, typed: dict[str, Any]) -> None:
        day, time = typed.get(f"{name}_on"), typed.get(f"{name}_time")
        if day is None or time is None:
            if f"{name}_on" not in self.errors and f"{name}_time" not in self.errors:
                missing = "time" if time is None else "on"
                self.add_error(f"{name}_{missing}", _("Give both the day and the time."))
            return
        try:
            self._moments[name] = moment_of(day, time, self.zone)
        except NoSuchTime as refusal:
            self.add_error(f"{name}_time", str(refusal))
