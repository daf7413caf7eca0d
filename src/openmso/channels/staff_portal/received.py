"""When a thing reached us: a day and a time of day in the office's zone, never in the future."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of
from openmso.channels.ui.words_for_time import staff_time


class ReceivedForm(Form):
    """Any form that asks when something arrived. `received_at` is None until the form is valid."""

    received_on = DateField(label="Received on", help_text="For example 11/22/2026")
    received_time = TimeField(
        label="Received at", help_text="The time on the fax, the call or the stamp: 9:45 AM"
    )

    def __init__(self, data: Any = None, *, zone: ZoneInfo, at: datetime, **more: Any) -> None:
        self.zone = zone
        self.at = at
        self.received_at: datetime | None = None
        super().__init__(data, **more)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        day, time = typed.get("received_on"), typed.get("received_time")
        if day and time:
            try:
                moment = moment_of(day, time, self.zone)
            except NoSuchTime as refusal:
                self.add_error("received_time", str(refusal))
                return typed
            if moment > self.at:
                now = staff_time(self.at, self.zone)
                self.add_error(
                    "received_on",
                    forms.ValidationError(
                        f"It cannot have reached us in the future. It is now {now}.",
                        code="in_the_future",
                    ),
                )
            self.received_at = moment
        return typed
