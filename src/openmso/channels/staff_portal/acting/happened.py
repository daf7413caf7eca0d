"""Acts that say when something happened, or will."""

from datetime import timedelta
from typing import Any, ClassVar

from openmso.channels.ui.forms import DateField
from openmso.channels.ui.forms.times import TimeField

from .act import Act, Case


class HappenedAct(Act[Case]):
    """What is cleaned holds `happened_at`; it lies at most `most_ahead` in the future."""

    most_ahead: ClassVar[timedelta] = timedelta()
    too_far: ClassVar[str] = "This time has not come yet."

    happened_on = DateField(label="On", help_text="For example 11/22/2026")
    happened_time = TimeField(label="At", help_text="For example 3:20 AM")

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        typed["happened_at"] = self.near_moment(
            "happened_on", "happened_time", most_ahead=self.most_ahead, too_far=self.too_far
        )
        return typed
