"""Date fields: one text box that reads many ways of writing, and three boxes for birth dates."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .read_date import NotADate, date_of, read_date

MONTHS = [
    ("", _("- Select -")),
    ("1", _("01 January")),
    ("2", _("02 February")),
    ("3", _("03 March")),
    ("4", _("04 April")),
    ("5", _("05 May")),
    ("6", _("06 June")),
    ("7", _("07 July")),
    ("8", _("08 August")),
    ("9", _("09 September")),
    ("10", _("10 October")),
    ("11", _("11 November")),
    ("12", _("12 December")),
]


class DateInput(forms.DateInput):
    """A text box, not the browser's picker: what was typed stays as it was typed."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "date-input", **(attrs or {})}, format="%m/%d/%Y")


class DateField(forms.DateField):
    """Takes 11/22/2026, 2026-11-22 and Nov 22 2026. Impossible dates get a sentence."""

    widget = DateInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, str):
            try:
                return read_date(value)
            except NotADate as refusal:
                raise ValidationError(str(refusal), code="not_a_date") from None
        return super().to_python(value)


class MemorableDateWidget(forms.MultiWidget):
    """Month, day and year of a date a person knows by heart. No picker."""

    template_name = "ui/memorable_date.html"

    def __init__(self, *, birth_date: bool = False) -> None:
        def part(name: str, label: Any, length: str) -> dict[str, Any]:
            hint = {"autocomplete": f"bday-{name}"} if birth_date else {}
            return {"data_part": name, "data_label": label, "maxlength": length, **hint}

        super().__init__(
            {
                "month": forms.Select(part("month", _("Month"), ""), choices=MONTHS),
                "day": forms.TextInput(part("day", _("Day"), "2")),
                "year": forms.TextInput(part("year", _("Year"), "4")),
            }
        )

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, date):
            return [str(value.month), str(value.day), str(value.year)]
        return ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        own = context["widget"]["attrs"]
        own["aria_invalid"] = own.get("aria-invalid", "")
        return context


class MemorableDateField(forms.MultiValueField):
    """A date in three boxes; cleans to a date."""

    def __init__(self, *, birth_date: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("For example: April 28 1986"))
        texts = [forms.CharField(required=False) for _part in range(3)]
        super().__init__(
            texts,
            require_all_fields=False,
            widget=MemorableDateWidget(birth_date=birth_date),
            **kwargs,
        )

    def clean(self, value: Any) -> date | None:
        parts = [str(part or "").strip() for part in value or ["", "", ""]]
        if not any(parts):
            if self.required:
                raise ValidationError(_("Fill in the month, day and year."), code="required")
            return None
        if not all(parts):
            raise ValidationError(_("Fill in the month, day and year."), code="incomplete")
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValidationError(_("Write the day and year with digits only."), code="not_a_date")
        month, day, year = (int(part[:6]) for part in parts)
        try:
            return date_of(year=year, month=month, day=day)
        except NotADate as refusal:
            raise ValidationError(str(refusal), code="not_a_date") from None
