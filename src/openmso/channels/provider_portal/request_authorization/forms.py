"""The request form: the fields of the one list, each mistake with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.prior_auth.form_fields import (
    MOST_SERVICES,
    FormField,
    form_field,
    key_on_line,
)
from openmso.channels.ui.forms import CodeField, DateField, Form, NpiField, Tile, UploadField
from openmso.channels.ui.forms.papers import PAPERS
from openmso.office.documents.inspection import MAXIMUM_BYTES
from openmso.standards.codes.diagnoses import diagnosis

from .lines import lines_sent

MOST_FILES = 10
DIAGNOSES = ("diagnosis_1", "diagnosis_2", "diagnosis_3")
_LINE = ("code", "quantity", "description")


@dataclass(frozen=True, slots=True)
class ServiceLineFields:
    """The boxes of one service after the first one."""

    number: int
    code: forms.BoundField
    quantity: forms.BoundField
    description: forms.BoundField

    @property
    def remove(self) -> str:
        return f"Remove service {self.number}"


def _said(key: str, *, required: bool | None = None) -> dict[str, Any]:
    """Return label, hint and duty of a field as the one list has them."""
    one: FormField = form_field(key)
    return {
        "label": one.label,
        "help_text": one.hint,
        "required": one.required if required is None else required,
    }


def _quantity(key: str) -> forms.DecimalField:
    return forms.DecimalField(
        initial=1,
        min_value=Decimal("0.01"),
        max_value=Decimal("99999.99"),
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "class": "quantity"}),
        error_messages={
            "invalid": "Write a number, for example 12.",
            "min_value": "Write a number above 0.",
            "max_value": "This is more than we can take on one request.",
            "max_decimal_places": "Write at most 2 digits after the point.",
        },
        **_said(key),
    )


def _diagnosis(key: str) -> CodeField:
    # Without a diagnosis the request is incomplete, not wrong: we ask for it afterwards.
    return CodeField(search="practice:diagnoses", **_said(key, required=False))


class RequestForm(Form):
    """Everything but the files' contents and the criteria questions.

    The patient is given by a receipt of this practice, or by the facts to find them. It has as
    many lines for services as it was sent with.
    """

    client_key = forms.RegexField(r"^[\w-]{16,64}$", widget=forms.HiddenInput)
    receipt = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    files_chosen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    family_name = forms.CharField(max_length=80, **_said("family_name", required=False))
    given_name = forms.CharField(max_length=80, **_said("given_name"))
    birth_date = DateField(**_said("birth_date", required=False))
    member_number = forms.CharField(max_length=40, **_said("member_number"))
    practitioner = forms.TypedChoiceField(coerce=UUID, **_said("practitioner"))
    code = CodeField(search="practice:codes", **_said("code"))
    description = forms.CharField(max_length=200, **_said("description"))
    quantity = _quantity("quantity")
    service_from_on = DateField(**_said("service_from_on"))
    service_until_on = DateField(**_said("service_until_on"))
    servicing_name = forms.CharField(max_length=120, **_said("servicing_name"))
    servicing_npi = NpiField(**_said("servicing_npi"))
    diagnosis_1 = _diagnosis("diagnosis_1")
    diagnosis_2 = _diagnosis("diagnosis_2")
    diagnosis_3 = _diagnosis("diagnosis_3")
    urgency = forms.ChoiceField(
        initial="standard",
        widget=forms.RadioSelect,
        choices=[
            (choice.value, Tile(choice.label, choice.explanation))
            for choice in form_field("urgency").choices
        ],
        **_said("urgency"),
    )
    physician_support = forms.BooleanField(**_said("physician_support"))
    urgency_reason = forms.CharField(max_length=200, **_said("urgency_reason"))
    clinical_summary = forms.CharField(
        max_length=8000,
        widget=forms.Textarea({"rows": 6}),
        **_said("clinical_summary"),
    )
    papers = UploadField(
        max_bytes=MAXIMUM_BYTES, max_files=MOST_FILES, accept=PAPERS, **_said("papers")
    )

    def __init__(self, *args: Any, practitioners: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines_sent(self.data)
        for line in range(2, self.lines + 1):
            self._add_line(line)
        chosen = self.fields["practitioner"]
        if isinstance(chosen, forms.ChoiceField):
            first = () if len(practitioners) == 1 else (("", "- Select -"),)
            chosen.choices = [*first, *practitioners]

    @property
    def more_services(self) -> list[ServiceLineFields]:
        """The boxes of the second service and those after it."""
        return [
            ServiceLineFields(line, *(self[key_on_line(key, line)] for key in _LINE))
            for line in range(2, self.lines + 1)
        ]

    @property
    def most_services(self) -> int:
        return MOST_SERVICES

    def put_cursor_on(self, line: int) -> None:
        """Let the page begin in the code of this line, which was just added."""
        self.fields[key_on_line("code", line)].widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._check_lines(cleaned)
        first, last = cleaned.get("service_from_on"), cleaned.get("service_until_on")
        if first and last and last < first:
            self.add_error("service_until_on", "The last day is before the first day.")
        for name in DIAGNOSES:
            if mistake := _mistake_in_diagnosis(cleaned.get(name, "")):
                self.add_error(name, mistake)
        return cleaned

    def _add_line(self, line: int) -> None:
        code, quantity, description = (key_on_line(key, line) for key in _LINE)
        self.fields[code] = CodeField(search="practice:codes", **_said(code))
        self.fields[quantity] = _quantity(quantity)
        self.fields[description] = forms.CharField(max_length=200, **_said(description))

    def _check_lines(self, cleaned: dict[str, Any]) -> None:
        seen: dict[str, int] = {}
        for line in range(1, self.lines + 1):
            code, quantity, description = (key_on_line(key, line) for key in _LINE)
            typed = cleaned.get(code)
            if typed in seen:
                self.add_error(
                    code,
                    f"{typed} is service {seen[typed]} already. Write there how many, or take "
                    "this line out.",
                )
            elif typed:
                seen[typed] = line
            if line == 1 or code in self.errors:
                continue
            if cleaned.get(description) and not typed:
                self.add_error(code, "Fill this in.")
            if typed and cleaned.get(quantity) is None and quantity not in self.errors:
                self.add_error(quantity, "Fill this in.")

    def find_by_number_or_name(self, today: date) -> bool:
        """Tell whether the typed facts can find one person; else say what is missing."""
        said = self.cleaned_data
        if said.get("member_number"):
            return True
        born = said.get("birth_date")
        if not said.get("family_name") and "family_name" not in self.errors:
            self.add_error("family_name", "Write the family name, or the member number below.")
        if born is None and "birth_date" not in self.errors:
            self.add_error("birth_date", "Write the birth date, or the member number below.")
        if born is not None and born > today:
            self.add_error("birth_date", "This day lies ahead. Check the year of the birth date.")
        return not {"family_name", "birth_date"} & set(self.errors)

    def diagnoses(self) -> tuple[str, ...]:
        """Return the diagnoses with their dots, each once."""
        typed = (self.cleaned_data.get(name, "") for name in DIAGNOSES)
        found = (diagnosis(code) for code in typed if code)
        return tuple(dict.fromkeys(one.dotted for one in found if one is not None))


def _mistake_in_diagnosis(code: str) -> str:
    if not code:
        return ""
    found = diagnosis(code)
    if found is None:
        return f"There is no ICD-10 code {code}. Type words to find the right one."
    if not found.billable:
        return f"{found.dotted} ({found.description}) is a group. Choose a code inside it."
    return ""
