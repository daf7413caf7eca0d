"""Keying in a notice that came by telephone or fax, and papers that follow."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms

from openmso.casework.inpatient.admissions.actions.notify import CLINICALS, FACE_SHEET
from openmso.casework.inpatient.admissions.domain.notification import Channel, Notification
from openmso.channels.ui.forms import DateField
from openmso.channels.ui.forms.stay import AdmissionForm
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor

from ..by_fax import ByFax
from ..received import ReceivedForm
from ..uploads import files_field
from ..which_hospital import WhichHospital


class NoticeForm(ByFax, WhichHospital, AdmissionForm):
    """A call or fax. Its own time counts for being in time, not the time of keying."""

    channel = forms.ChoiceField(
        label="How it reached us",
        widget=forms.RadioSelect({"class": "tiles--row"}),
        choices=[(Channel.PHONE.value, "Phone call"), (Channel.FAX.value, "Fax")],
    )
    received_on = DateField(label="Told on", help_text="For example 11/22/2026")
    received_time = TimeField(label="Told at", help_text="When the call or the first page came")

    def __init__(self, data: Any = None, *, zone: ZoneInfo, at: datetime, **more: Any) -> None:
        local = at.astimezone(zone)
        initial = {"received_on": local.date(), "received_time": f"{local:%I:%M %p}"}
        initial |= more.pop("initial", {})
        super().__init__(data, zone=zone, at=at, initial=initial, **more)
        self._received_at: datetime | None = None

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean()
        day, time = typed.get("received_on"), typed.get("received_time")
        if day and time:
            try:
                self._received_at = moment_of(day, time, self.zone)
            except NoSuchTime as refusal:
                self.add_error("received_time", str(refusal))
                return typed
            if self._received_at > self.at:
                now = staff_time(self.at, self.zone)
                self.add_error(
                    "received_time", f"It cannot have reached us later. It is now {now}."
                )
        return typed

    def notification(self, hospital_id: UUID, by: Actor) -> Notification:
        """Return the notice; the form must be valid."""
        said = self.cleaned_data
        if self._received_at is None:
            raise ValueError("check the form before sending it")
        return Notification(
            client_key=f"staff-{by.id}-{said['client_key']}"[:80],
            channel=Channel(said["channel"]),
            notified_at=self._received_at,
            hospital_id=hospital_id,
            caller=said["caller"],
            call_back=said["call_back"],
            patient_name=said["patient_name"],
            birth_date=said["birth_date"],
            plan_number=said["plan_number"],
            admitted=self.admitted(),
        )


class PapersForm(ReceivedForm):
    """Papers about a stay that we have."""

    kind = forms.ChoiceField(
        label="What they are",
        widget=forms.RadioSelect,
        choices=[(FACE_SHEET, FACE_SHEET), (CLINICALS, CLINICALS)],
    )
    papers = files_field()
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("kind", "received_on", "received_time", "papers", "kept")
