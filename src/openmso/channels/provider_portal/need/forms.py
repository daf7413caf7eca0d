"""Which service, for whom, on which day."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from openmso.channels.ui.forms import CodeField, DateField, Form


class NeedForm(Form):
    """`plan` is asked where no receipt names the patient; choices are the office's plans."""

    code = CodeField(
        label="Service code",
        help_text="Type the code, or words such as “walker” or “breast MRI”",
        search="practice:codes",
    )
    on = DateField(label="Date of service")
    plan = forms.TypedChoiceField(
        label="Health plan", required=False, coerce=UUID, empty_value=None
    )
    receipt = forms.CharField(
        label="Eligibility receipt",
        help_text="With it the answer is for this patient’s own plan and IPA",
        required=False,
        max_length=30,
    )

    def __init__(
        self, *args: Any, plans: list[tuple[str, str]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"on": f"{today:%m/%d/%Y}"}, **kwargs)
        chosen = self.fields["plan"]
        if isinstance(chosen, forms.ChoiceField):
            chosen.choices = [("", "- Select -"), *plans]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("plan") and not cleaned.get("receipt"):
            self.add_error("plan", "Choose the health plan, or write the number of a receipt.")
        return cleaned
