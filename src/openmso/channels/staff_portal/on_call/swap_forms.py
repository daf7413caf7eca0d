"""Swapping a shift, and being away: from when to when."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms

from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of
from openmso.office.access.models import Account
from openmso.office.on_call.domain.stretch import Stretch


class SpanForm(Form):
    """From when to when, in office time."""

    from_on = DateField(label="From, day")
    from_time = TimeField(label="From, time", help_text="For example 7:00 AM")
    to_on = DateField(label="To, day")
    to_time = TimeField(label="To, time")

    def __init__(self, data: Any = None, *, zone: ZoneInfo, **more: Any) -> None:
        super().__init__(data, **more)
        self.zone = zone

    def during(self) -> Stretch | None:
        """Return the time; None, with the mistake beside its field, when it is none."""
        starts_at, ends_at = self._moment("from"), self._moment("to")
        if starts_at is None or ends_at is None:
            return None
        if ends_at <= starts_at:
            self.add_error("to_time", "The end must lie after the start.")
            return None
        return Stretch(starts_at, ends_at)

    def _moment(self, which: str) -> datetime | None:
        day: date = self.cleaned_data[f"{which}_on"]
        try:
            return moment_of(day, self.cleaned_data[f"{which}_time"], self.zone)
        except NoSuchTime as refusal:
            self.add_error(f"{which}_time", str(refusal))
            return None


class SwapForm(SpanForm):
    """Who takes which part of a shift over, and perhaps which shift is given in return."""

    to = forms.ChoiceField(label="Who takes it over")
    in_return = forms.ChoiceField(label="In return for", required=False)

    field_order = ("to", "from_on", "from_time", "to_on", "to_time", "in_return")

    def __init__(
        self,
        data: Any = None,
        *,
        zone: ZoneInfo,
        people: Iterable[Account],
        returns: Iterable[tuple[str, str]],
        initial: Any = None,
    ) -> None:
        super().__init__(data, zone=zone, initial=initial)
        to: Any = self.fields["to"]
        to.choices = [("", "- Select -"), *((str(one.id), one.name) for one in people)]
        in_return: Any = self.fields["in_return"]
        in_return.choices = [("", "Nothing"), *returns]

    @property
    def asks_for_all(self) -> bool:
        """Tell whether the times are still those of the whole shift. A time of day alone would not
        say which one is meant of an hour that comes twice."""
        return not {"from_on", "from_time", "to_on", "to_time"} & set(self.changed_data)

    def shift_in_return(self) -> UUID | None:
        chosen = self.cleaned_data["in_return"]
        return UUID(chosen) if chosen else None


class LeaveForm(SpanForm):
    """Who is away."""

    who = forms.ChoiceField(label="Who is away")

    field_order = ("who", "from_on", "from_time", "to_on", "to_time")

    def __init__(self, data: Any = None, *, zone: ZoneInfo, people: Iterable[Account]) -> None:
        super().__init__(data, zone=zone)
        who: Any = self.fields["who"]
        who.choices = [("", "- Select -"), *((str(one.id), one.name) for one in people)]
