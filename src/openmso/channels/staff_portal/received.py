"""When a thing reached us: a day and a time of day in the office's zone, never in the future."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.channels.ui.forms import DateField
from openmso.channels.ui.forms.times import TimeField
from openmso.channels.ui.words_for_time import staff_time

from .moments import MomentForm


class ReceivedForm(MomentForm):
    """Any form that asks when something arrived. `received_at` is None until the form is valid."""

    received_on = DateField(label="Received on", help_text="For example 11/22/2026")
    received_time = TimeField(
        label="Received at", help_text="The time on the fax, the call or the stamp: 9:45 AM"
    )
    received_at: datetime | None = None

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        self.received_at = self.moment("received_on", "received_time")
        if self.received_at is not None and self.received_at > self.at:
            now = staff_time(self.at, self.zone)
            self.add_error(
                "received_on",
                forms.ValidationError(
                    f"It cannot have reached us in the future. It is now {now}.",
                    code="in_the_future",
                ),
            )
        return typed
