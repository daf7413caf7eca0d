"""A time of day as people type it, and the instant it names in the office's zone."""

import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_TYPED = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?", re.IGNORECASE)


class NoSuchTime(ValueError):
    """The clocks jump over this time of that day."""


class TimeField(forms.CharField):
    """Takes 2:30 PM, 2pm, 14:30 and 1430; cleans to a time of day."""

    def __init__(self, **given: Any) -> None:
        given.setdefault("max_length", 20)
        super().__init__(**given)
        self.widget.attrs.update({"class": "time-input", "autocomplete": "off"})

    def clean(self, value: Any) -> time | None:
        typed = str(super().clean(value)).strip()
        if not typed:
            return None
        found = _TYPED.fullmatch(typed)
        if found is None:
            raise ValidationError(_("Write the time like 2:30 PM."), code="not_a_time")
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
        if half:
            if not 1 <= hour <= 12:
                raise ValidationError(
                    _("With AM or PM the hour lies between 1 and 12."), code="not_a_time"
                )
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour > 23 or minute > 59:
            raise ValidationError(_("There is no such time of day."), code="not_a_time")
        return time(hour, minute)


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant; of two equal wall times in autumn the first. Raises NoSuchTime."""
    moment = datetime.combine(day, at, tzinfo=zone)
    if moment.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None) != moment.replace(
        tzinfo=None
    ):
        raise NoSuchTime(_("The clocks went forward over this time. Look at it again."))
    return moment
