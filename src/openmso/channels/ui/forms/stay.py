"""The questions about an admission, the same on the hospital's page and at our desk."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openmso.casework.inpatient.admissions.domain.completeness import (
    Finding,
    Told,
    completeness,
)
from openmso.casework.inpatient.admissions.domain.notification import Admitted, Way
from openmso.casework.inpatient.admissions.domain.stay import Level

from .choices import Tile
from .dates import DateField, MemorableDateField
from .form import Form
from .phone import PhoneField
from .times import NoSuchTime, TimeField, moment_of

LEVELS = [(level.value, level.words.capitalize()) for level in Level]


def _ways() -> list[tuple[str, str]]:
    return [
        (Way.PLANNED.value, Tile(gettext("Planned"), gettext("We approved it before."))),
        (
            Way.UNPLANNED.value,
            Tile(gettext("Unplanned"), gettext("It began in the emergency room.")),
        ),
    ]


def _levels() -> list[tuple[str, str]]:
    named = [(value, gettext(words)) for value, words in LEVELS]
    return [("", gettext("- Select -")), *named]


class AdmissionForm(Form):
    """What a hospital tells about an admission. Days and times are in the office's zone."""

    client_key = forms.RegexField(r"^[\w-]{16,64}$", widget=forms.HiddenInput)
    caller = forms.CharField(
        label=_("Who tells us"),
        max_length=120,
        help_text=_("Name and function."),
    )
    call_back = PhoneField(label=_("Call-back number"))
    patient_name = forms.CharField(label=_("Patient's name"), max_length=160)
    birth_date = MemorableDateField(label=_("Patient's birth date"), required=False)
    plan_number = forms.CharField(
        label=_("Number on the patient's card"),
        max_length=40,
        required=False,
        help_text=_("With the birth date it finds the plan at once."),
    )
    way = forms.ChoiceField(label=_("The admission is"), widget=forms.RadioSelect, choices=_ways)
    admitted_on = DateField(label=_("Admitted on"), help_text=_("For example 11/22/2026"))
    admitted_time = TimeField(label=_("Admitted at"), help_text=_("For example 2:05 AM"))
    level = forms.ChoiceField(
        label=_("Level of care"),
        choices=_levels,
        help_text=_("Observation counts as care for an outpatient."),
    )
    reason = forms.CharField(
        label=_("Reason for the admission"),
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
    )
    attending = forms.CharField(label=_("Attending physician"), max_length=120, required=False)
    authorization = forms.CharField(
        label=_("Our authorization number, if it was planned"),
        max_length=40,
        required=False,
    )
    receipt = forms.CharField(
        label=_("Our receipt number of the night, if there is one"),
        max_length=40,
        required=False,
    )

    def __init__(self, data: Any = None, *, zone: ZoneInfo, at: datetime, **more: Any) -> None:
        self.zone, self.at = zone, at
        self._admitted_at: datetime | None = None
        super().__init__(data, **more)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        day, time = typed.get("admitted_on"), typed.get("admitted_time")
        if day and time:
            try:
                self._admitted_at = moment_of(day, time, self.zone)
            except NoSuchTime as refusal:
                self.add_error("admitted_time", str(refusal))
            else:
                if self._admitted_at > self.at:
                    self.add_error("admitted_time", _("This time has not come yet."))
        return typed

    @property
    def admitted_at(self) -> datetime:
        """When the patient was admitted; the form must be valid."""
        if self._admitted_at is None:
            raise ValueError("check the form before sending it")
        return self._admitted_at

    def admitted(self) -> Admitted:
        """Return the admission as told; the form must be valid."""
        said = self.cleaned_data
        return Admitted(
            way=Way(said["way"]),
            admitted_at=self.admitted_at,
            level=Level(said["level"]),
            reason=said["reason"],
            attending=said["attending"],
            authorization=said["authorization"],
            receipt=said["receipt"],
        )

    def findings(self, *, face_sheets: int, clinicals: int) -> tuple[Finding, ...]:
        """Return what is there and what is missing; the form must be valid."""
        said = self.cleaned_data
        way = Way(said["way"])
        return completeness(
            Told(
                face_sheets=face_sheets,
                clinicals=clinicals,
                plan_number=said["plan_number"],
                has_birth_date=said["birth_date"] is not None,
                way=way,
                our_number=said["authorization" if way is Way.PLANNED else "receipt"],
            )
        )
