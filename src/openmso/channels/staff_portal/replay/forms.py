"""Which minute somebody wants to see."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from openmso.channels.ui.forms import Form
from openmso.channels.ui.forms.dates import DateField
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of


class MinuteForm(Form):
    """A day and a time of the office; `minute` is the instant once the form is valid."""

    on = DateField(label="Day")
    time = TimeField(label="Time")

    def __init__(self, *args: Any, zone: ZoneInfo, now: datetime, **given: Any) -> None:
        super().__init__(*args, **given)
        self._zone, self._now = zone, now
        self.minute: datetime | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        on, time = cleaned.get("on"), cleaned.get("time")
        if on is None or time is None:
            return cleaned
        try:
            self.minute = moment_of(on, time, self._zone)
        except NoSuchTime as refusal:
            self.add_error("time", str(refusal))
        else:
            if self.minute > self._now:
                self.add_error("on", "This minute has not come yet.")
        return cleaned


def typed_as(minute: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return a minute as the form shows it."""
    local = minute.astimezone(zone)
    return {"on": local.date(), "time": f"{local:%H:%M}"}
