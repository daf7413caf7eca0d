"""Moments that people type: a day and a time of day, in the office's zone."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from openmso.channels.ui.forms import Form
from openmso.channels.ui.forms.times import NoSuchTime, moment_of


class MomentForm(Form):
    """A form that can ask for moments. `zone` is the office's, `at` is when the form arrived."""

    def __init__(self, data: Any = None, *, zone: ZoneInfo, at: datetime, **more: Any) -> None:
        self.zone, self.at = zone, at
        super().__init__(data, **more)

    def moment(self, day: str, time: str) -> datetime | None:
        """Return the instant that two fields name, None where one is empty or wrong.

        A time that the clocks jump over is said beside the time.
        """
        typed = self.cleaned_data
        if not typed.get(day) or not typed.get(time):
            return None
        try:
            return moment_of(typed[day], typed[time], self.zone)
        except NoSuchTime as refusal:
            self.add_error(time, str(refusal))
            return None

    def near_moment(
        self,
        day: str,
        time: str,
        *,
        most_ahead: timedelta = timedelta(),
        too_far: str = "This time has not come yet.",
    ) -> datetime | None:
        """Return the instant of two fields; say beside the time when it lies too far ahead."""
        moment = self.moment(day, time)
        if moment is not None and moment > self.at + most_ahead:
            self.add_error(time, too_far)
        return moment
