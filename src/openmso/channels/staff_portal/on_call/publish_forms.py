"""Publishing a schedule: for which role and days, and who is on duty when."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from openmso.channels.ui.forms import DateField, Form, UploadField
from openmso.channels.ui.forms.times import TimeField
from openmso.office.access.models import Account
from openmso.office.on_call.domain.duty_role import DUTY_NAMES, DutyRole
from openmso.office.on_call.domain.stretch import Duty, Stretch
from openmso.office.on_call.domain.weekly import WEEKDAYS, WeeklyTurn, laid_out, period_of

from .shift_file import read_shifts

ROLE_CHOICES = [(role.value, name) for role, name in DUTY_NAMES.items()]
LONGEST_DAYS = 400
TURNS = 6
_ONE_DAY = timedelta(days=1)
_MOST_BYTES = 200 * 1024


class PublishForm(Form):
    """For which role and days; `to_on` is the last day, included."""

    role = forms.ChoiceField(label="On duty as", choices=ROLE_CHOICES)
    from_on = DateField(label="First day")
    to_on = DateField(label="Last day", help_text="Included, up to its midnight")

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        people: Sequence[Account],
        zone: ZoneInfo,
        initial: Any = None,
    ) -> None:
        super().__init__(data, files, initial=initial)
        self.people, self.zone = people, zone

    def duty_role(self) -> DutyRole:
        return DutyRole(self.cleaned_data["role"])

    def period(self) -> Stretch:
        return period_of(self.cleaned_data["from_on"], self._until_on(), self.zone)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("from_on"), typed.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "The last day lies before the first.")
        elif first and last and last - first > timedelta(days=LONGEST_DAYS):
            self.add_error("to_on", f"Publish at most {LONGEST_DAYS} days at once.")
        return typed

    def _until_on(self) -> date:
        last: date = self.cleaned_data["to_on"]
        return last + _ONE_DAY


class ShiftListForm(PublishForm):
    """Shifts pasted, or sent as a file."""

    shifts = forms.CharField(
        label="Shifts",
        widget=forms.Textarea({"rows": 10, "spellcheck": "false"}),
        required=False,
        max_length=_MOST_BYTES,
        help_text="One a line under a first line that names the columns: email, starts, ends and, "
        "where two share a time, place (1 is called first). Times are the office's own, such as "
        "11/22/2026 7:00 AM.",
    )
    file = UploadField(
        label="Or a CSV file", max_bytes=_MOST_BYTES, required=False, accept=(".csv", ".txt")
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        text = typed.get("shifts") or self._text_of_file(typed)
        if not text:
            self.add_error("shifts", "Paste the shifts, or choose a file.")
            return typed
        by_email = {person.email.lower(): person for person in self.people}
        found = read_shifts(text, by_email, self.zone)
        for mistake in found.mistakes:
            self.add_error("shifts", mistake)
        self.duties = found.duties
        return typed

    def _text_of_file(self, typed: dict[str, Any]) -> str:
        for file in typed.get("file") or ():
            try:
                return str(file.read().decode("utf-8-sig")).replace("\0", "")
            except UnicodeDecodeError:
                self.add_error("file", "Save the file as CSV in UTF-8.")
        return ""


class WeeklyForm(PublishForm):
    """A week that repeats: up to six turns, each on one or more days of the week."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        names = [("", "- Select -"), *((str(one.id), one.name) for one in self.people)]
        for number in range(1, TURNS + 1):
            self.fields[f"who_{number}"] = forms.ChoiceField(
                label=f"Turn {number}: who", choices=names, required=False
            )
            self.fields[f"days_{number}"] = forms.MultipleChoiceField(
                label=f"Turn {number}: days",
                choices=[(str(day), name) for day, name in enumerate(WEEKDAYS)],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            self.fields[f"from_{number}"] = TimeField(label=f"Turn {number}: from", required=False)
            self.fields[f"to_{number}"] = TimeField(label=f"Turn {number}: to", required=False)
            self.fields[f"place_{number}"] = forms.ChoiceField(
                label=f"Turn {number}: called",
                choices=[("1", "First"), ("2", "Second"), ("3", "Third")],
                required=False,
            )

    @property
    def lines(self) -> list[list[forms.BoundField]]:
        """Return the fields of each turn, for the page."""
        parts = ("who", "from", "to", "place", "days")
        return [[self[f"{part}_{number}"] for part in parts] for number in range(1, TURNS + 1)]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        self.turns: list[WeeklyTurn] = []
        for number in range(1, TURNS + 1):
            self._add_turns(number, typed)
        if not self.turns and not self.errors:
            self.add_error("who_1", "Fill in at least one turn.")
        return typed

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Return the turns laid out over the days; the form must be valid."""
        first: date = self.cleaned_data["from_on"]
        return laid_out(self.turns, from_on=first, until_on=self._until_on(), zone=self.zone)

    def _add_turns(self, number: int, typed: dict[str, Any]) -> None:
        who, days = typed.get(f"who_{number}"), typed.get(f"days_{number}")
        starts: time | None = typed.get(f"from_{number}")
        ends: time | None = typed.get(f"to_{number}")
        if not (who or days or starts or ends):
            return
        for name, value in (("who", who), ("days", days), ("from", starts), ("to", ends)):
            if not value and value != time() and f"{name}_{number}" not in self.errors:
                self.add_error(f"{name}_{number}", "This part of the turn is missing.")
        person = next((one for one in self.people if str(one.id) == who), None)
        if person is None or starts is None or ends is None:
            return
        place = int(typed.get(f"place_{number}") or 1)
        for day in days or ():
            self.turns.append(
                WeeklyTurn(
                    weekday=int(day),
                    starts=starts,
                    ends=ends,
                    person_id=person.id,
                    person=person.name,
                    place=place,
                )
            )
