"""The phone script: the same questions as on the hospital's page, and when the call came."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from openmso.casework.inpatient.post_stabilization.domain.request import Channel, HospitalRequest
from openmso.channels.ui.forms import DateField
from openmso.channels.ui.forms.night import NightForm
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor

from ..by_fax import ByFax
from ..which_hospital import WhichHospital


class _HospitalPart(WhichHospital, NightForm):
    """The questions of the night, and whose they are."""


class CallForm(ByFax, _HospitalPart):
    """A call or fax. Its own time starts the clock, not the time of keying."""

    channel = forms.ChoiceField(
        label="How it reached us",
        widget=forms.RadioSelect({"class": "tiles--row"}),
        choices=[(Channel.PHONE.value, "Phone call"), (Channel.FAX.value, "Fax")],
    )
    received_on = DateField(label="Asked on")
    received_time = TimeField(
        label="Asked at", help_text="When the call or the first page came: 2:07 AM"
    )

    def __init__(self, data: Any = None, *, zone: ZoneInfo, at: datetime, **more: Any) -> None:
        initial = {
            "received_on": at.astimezone(zone).date(),
            "received_time": f"{at.astimezone(zone):%I:%M %p}",
        }
        initial |= more.pop("initial", {})
        super().__init__(data, zone=zone, at=at, initial=initial, **more)
        self.received_at: datetime | None = None

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        day, time = typed.get("received_on"), typed.get("received_time")
        if day and time:
            try:
                self.received_at = moment_of(day, time, self.zone)
            except NoSuchTime as refusal:
                self.add_error("received_time", str(refusal))
                return typed
            if self.received_at > self.at:
                now = staff_time(self.at, self.zone)
                self.add_error(
                    "received_time", f"It cannot have been asked later. It is now {now}."
                )
        return typed

    def request(self, by: Actor) -> HospitalRequest:
        """Return the request; the form must be valid."""
        said = self.cleaned_data
        if self.received_at is None:
            raise ValueError("check the form before sending it")
        return HospitalRequest(
            client_key=f"staff-{by.id}-{said['client_key']}"[:80],
            channel=Channel(said["channel"]),
            asked_at=self.received_at,
            caller=said["caller"],
            call_back=said["call_back"],
            patient=self.patient(),
            care=self.care_told(),
        )


class NeverAskedForm(_HospitalPart):
    """Care after stabilization that came to light later, by a claim or a notice."""

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        for name in ("caller", "call_back"):
            del self.fields[name]
        self.fields["plan_number"].required = True
        self.fields["birth_date"].required = True
        self.fields["plan_number"].help_text = "With the birth date it names the member."
