"""The talk between our physician and the doctor: offered times, the answer, the note."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms

from openmso.casework.prior_auth.models import PeerToPeer
from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.words_for_time import staff_time

from ..typed_time import NoSuchTime, TimeField, moment_of

SLOTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One offer of a talk in words. `can_note` until it is on record as held."""

    id: str
    state: str
    times: str
    chosen: str
    note: str
    can_note: bool


def talk_of(row: dict[str, Any], zone: ZoneInfo) -> Talk:
    """Return one talk for the page."""
    chosen = row["chosen_at"]
    return Talk(
        id=str(row["id"]),
        state=PeerToPeer.State(row["state"]).label,
        times=", ".join(staff_time(datetime.fromisoformat(slot), zone) for slot in row["slots"]),
        chosen=staff_time(datetime.fromisoformat(chosen), zone) if chosen else "",
        note=row["note"],
        can_note=row["state"] != PeerToPeer.State.HELD,
    )


class OfferTalkForm(Form):
    """Up to three times at which our physician can be reached, in office time."""

    def __init__(self, data: Any = None, *, zone: ZoneInfo, **more: Any) -> None:
        super().__init__(data, **more)
        self.zone = zone
        for number in range(1, SLOTS + 1):
            needed = number == 1
            self.fields[f"day_{number}"] = DateField(label=f"Day {number}", required=needed)
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

    talk = forms.UUIDField(widget=forms.HiddenInput)
    reached = forms.ChoiceField(
        label="Was the doctor reached?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes, we talked"), ("no", "No, not reached")],
    )
    note = forms.CharField(label="What was said", widget=forms.Textarea, max_length=4000)

    @property
    def talk_id(self) -> UUID:
        talk: UUID = self.cleaned_data["talk"]
        return talk
