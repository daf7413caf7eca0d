"""The keying form: the fields of the one list, and what only a desk knows: how and when it came."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.forms.utils import ErrorDict

from openmso.casework.prior_auth.domain.request import AskedBy, Channel
from openmso.casework.prior_auth.domain.urgency import DEFINITION
from openmso.casework.prior_auth.form_fields import MOST_SERVICES, form_field
from openmso.channels.ui.forms import CodeField, DateField, MemorableDateField, NpiField, Tile
from openmso.channels.ui.forms.code_combo import CodeCombo
from openmso.standards.codes.diagnoses import diagnosis

from ..received import ReceivedForm
from ..uploads import files_field

LINES = MOST_SERVICES
FIRST_LINES = 2
DIAGNOSES = ("diagnosis_1", "diagnosis_2", "diagnosis_3")
UNITS = ("visit", "day", "item", "trip", "hour", "dose", "test", "month", "study")
STANDARD, MARKED, SUPPORTED, EMERGENCY = "standard", "marked", "supported", "emergency"
_SEARCH = ("family_name", "given_name", "birth_date", "member_number")


@dataclass(frozen=True, slots=True)
class Line:
    """The boxes of one service."""

    name: str
    fields: list[forms.BoundField]


class PractitionerField(NpiField):
    """An NPI, with suggestions by name or number."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.widget = CodeCombo("staff:practitioner_search")
        self.widget.is_required = self.required


class KeyInForm(ReceivedForm):
    """One request as it lies on the desk. Which member and practice are meant is looked up."""

    client_key = forms.RegexField(r"^[\w-]{16,64}$", widget=forms.HiddenInput)
    member = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kept = forms.CharField(widget=forms.HiddenInput, required=False)
    files_chosen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    channel = forms.ChoiceField(
        label="How it reached us",
        widget=forms.RadioSelect({"class": "tiles--row"}),
        choices=[
            (Channel.FAX.value, "Fax"),
            (Channel.PHONE.value, "Phone call"),
            (Channel.MAIL.value, "Mail"),
            (Channel.EMAIL.value, "E-mail"),
        ],
    )
    papers = files_field()

    family_name = forms.CharField(
        label="Family name (or its beginning)", max_length=80, required=False
    )
    given_name = forms.CharField(label="Given name", max_length=80, required=False)
    birth_date = MemorableDateField(label="Birth date", required=False)
    member_number = forms.CharField(
        label="Member number, Medicare number or Medi-Cal number", max_length=40, required=False
    )
    ipa = forms.ChoiceField(label="IPA named on the form", required=False)

    asked_by = forms.ChoiceField(
        label="Who asks for the decision?",
        widget=forms.RadioSelect({"class": "tiles--row"}),
        choices=[
            (AskedBy.PRACTICE.value, "The doctor's office"),
            (AskedBy.MEMBER.value, "The member"),
        ],
        initial=AskedBy.PRACTICE.value,
        required=False,
    )
    practitioner_npi = PractitionerField(
        label="Requesting doctor (NPI, or type the name)",
    )
    practice = forms.ChoiceField(label="Practice", required=False)
    servicing_name = forms.CharField(
        label=form_field("servicing_name").label, max_length=120, required=False
    )
    servicing_npi = NpiField(label=form_field("servicing_npi").label, required=False)

    diagnosis_1 = CodeField(
        search="staff:diagnosis_search",
        label=form_field("diagnosis_1").label,
        help_text=form_field("diagnosis_1").hint,
        required=False,
    )
    diagnosis_2 = CodeField(
        search="staff:diagnosis_search", label=form_field("diagnosis_2").label, required=False
    )
    diagnosis_3 = CodeField(
        search="staff:diagnosis_search", label=form_field("diagnosis_3").label, required=False
    )
    service_from_on = DateField(label=form_field("service_from_on").label)
    service_until_on = DateField(
        label=form_field("service_until_on").label,
        help_text=form_field("service_until_on").hint,
        required=False,
    )
    urgency = forms.ChoiceField(
        label="Urgency",
        widget=forms.RadioSelect,
        initial=STANDARD,
        help_text=DEFINITION,
        choices=[
            (STANDARD, Tile("Standard", "The sender did not mark it urgent.")),
            (MARKED, Tile("Marked urgent", "The fast track holds until a person reads it.")),
            (
                SUPPORTED,
                Tile("A physician asks for or supports the fast track", "Then it is mandatory."),
            ),
            (
                EMERGENCY,
                Tile("Emergency care, given or being given", "It never needs approval."),
            ),
        ],
    )
    urgency_reason = forms.CharField(
        label=form_field("urgency_reason").label, max_length=200, required=False
    )
    clinical_summary = forms.CharField(
        label=form_field("clinical_summary").label,
        help_text=form_field("clinical_summary").hint,
        widget=forms.Textarea,
        max_length=8000,
        required=False,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["papers"].widget.attrs["class"] = "plain-file"
        for line in range(1, LINES + 1):
            self._add_line(line)

    def choose_from(self, *, ipas: list[tuple[str, str]], practices: list[tuple[str, str]]) -> None:
        """Fill the lists that depend on the office and on the doctor."""
        ipa: Any = self.fields["ipa"]
        ipa.choices = [("", "None named"), *ipas]
        practice: Any = self.fields["practice"]
        practice.choices = practices if len(practices) == 1 else [("", "- Select -"), *practices]

    def day_typed(self, name: str) -> date | None:
        """Return the day in one box; None when there is none. Cleans nothing else."""
        try:
            day: date | None = self.fields[name].clean(self[name].value())
        except forms.ValidationError:
            return None
        return day

    def first_lines(self) -> list[Line]:
        return [self._line(line) for line in range(1, FIRST_LINES + 1)]

    def more_lines(self) -> list[Line]:
        return [self._line(line) for line in range(FIRST_LINES + 1, LINES + 1)]

    def needs_more_lines(self) -> bool:
        """Tell whether something stands in the lines that are folded away."""
        return any(self[f"code_{line}"].value() for line in range(FIRST_LINES + 1, LINES + 1))

    def _line(self, line: int) -> Line:
        names = ("code", "quantity", "unit", "description")
        return Line(f"Service {line}", [self[f"{name}_{line}"] for name in names])

    def diagnoses(self) -> tuple[str, ...]:
        """Return the diagnoses with their dots, each once."""
        found = (diagnosis(self.cleaned_data.get(name) or "-") for name in DIAGNOSES)
        return tuple(dict.fromkeys(one.dotted for one in found if one is not None))

    def quiet(self, *spoken: str) -> None:
        """Forget all mistakes but those in the fields named: the form is not being sent yet."""
        kept = {name: self.errors[name] for name in spoken if name in self.errors}
        self._errors = ErrorDict(kept)

    def quiet_but_for_search(self) -> None:
        self.quiet(*_SEARCH)

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        first, last = typed.get("service_from_on"), typed.get("service_until_on")
        if first and last and last < first:
            self.add_error("service_until_on", "The last day is before the first day.")
        for name in DIAGNOSES:
            if typed.get(name) and (mistake := mistake_in_diagnosis(typed[name])):
                self.add_error(name, mistake)
        if not any(self[f"code_{line}"].value() for line in range(1, LINES + 1)):
            self.add_error("code_1", "Write the code of the service, or look for it by words.")
        for line in range(1, LINES + 1):
            if typed.get(f"code_{line}") and not typed.get(f"quantity_{line}"):
                self._say_how_many(line)
        self._check_each_code_once(typed)
        return typed

    def _check_each_code_once(self, typed: dict[str, Any]) -> None:
        seen: dict[str, int] = {}
        for line in range(1, LINES + 1):
            code = typed.get(f"code_{line}")
            if code in seen:
                self.add_error(
                    f"code_{line}",
                    f"{code} is service {seen[code]} already. Write there how many, or leave this "
                    "line empty.",
                )
            elif code:
                seen[code] = line

    def _say_how_many(self, line: int) -> None:
        name = f"quantity_{line}"
        if name not in self.errors:
            self.add_error(name, "Write how many, for example 12.")

    def _add_line(self, line: int) -> None:
        self.fields[f"code_{line}"] = CodeField(
            search="staff:code_search", label=f"Service code {line}", required=False
        )
        self.fields[f"quantity_{line}"] = forms.DecimalField(
            label=f"How many {line}",
            required=False,
            min_value=Decimal("0.01"),
            max_value=Decimal("99999.99"),
            decimal_places=2,
            widget=forms.TextInput({"inputmode": "decimal", "class": "usa-input--small"}),
            error_messages={
                "invalid": "Write a number, for example 12.",
                "min_value": "Write a number above 0.",
                "max_value": "This is more than we can take on one request.",
                "max_decimal_places": "Write at most 2 digits after the point.",
            },
        )
        self.fields[f"unit_{line}"] = forms.ChoiceField(
            label=f"Unit {line}",
            required=False,
            choices=[("", "As the code says"), *((unit, unit) for unit in UNITS)],
        )
        self.fields[f"description_{line}"] = forms.CharField(
            label=f"What it is {line}, if not on our list", required=False, max_length=200
        )


def mistake_in_diagnosis(code: str) -> str:
    """Say what is wrong with a diagnosis code; empty when nothing is."""
    found = diagnosis(code)
    if found is None:
        return f"There is no ICD-10 code {code}. Type words to find the right one."
    if not found.billable:
        return f"{found.dotted} ({found.description}) is a group. Choose a code inside it."
    return ""


def uuid_or_none(text: str) -> UUID | None:
    """Read an id; None for anything that is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
