"""The forms for offering a talk and for noting what came of it."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of

SLOTS = 3


class OfferTalkForm(Form):
    """Up to three times at which our physician can be reached, in office time."""

    def __init__(self, data: Any = None, *, zone: ZoneInfo, **more: Any) -> None:
        super().__init__(data, **more)
        self.zone = zone
        for number in range(1, SLOTS + 1):
            needed = number == 1
            self.fields[f"day_{number}"] = DateField(
                label=f"Day {number}", required=needed, help_text="For example 11/24/2026"
            )
            self.fields[f"time_{number}"] = TimeField(
                label=f"Time {number}", required=needed, help_text="For example 2:30 PM"
            )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        self.slots: list[datetime] = []
        for number in range(1, SLOTS + 1):
            day, at = typed.get(f"day_{number}"), typed.get(f"time_{number}")
            if day and at:
                self._add(number, day, at)
            elif (day or at) and not self.errors:
                self.add_error(f"day_{number}", "Give the day and the time, or neither.")
        return typed

    def _add(self, number: int, day: date, at: time) -> None:
        try:
            self.slots.append(moment_of(day, at, self.zone))
        except NoSuchTime as refusal:
            self.add_error(f"time_{number}", str(refusal))


class NoteTalkForm(Form):
    """What came of a talk."""

    reached = forms.ChoiceField(
        label="Was the doctor reached?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes, we talked"), ("no", "No, not reached")],
    )
    note = forms.CharField(label="What was said", widget=forms.Textarea, max_length=4000)
