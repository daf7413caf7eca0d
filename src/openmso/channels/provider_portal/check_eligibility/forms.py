"""What a practice tells us to find its patient: a number, or a name with the birth date."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from openmso.channels.ui.forms import DateField, Form
from openmso.roster.eligibility.actions.check_eligibility import EligibilityQuestion
from openmso.roster.members.domain.search import MemberSearch


class EligibilityForm(Form):
    """`today` is the office's own day: nobody is born after it.

    `ipas` gives the choices; it is asked only when the form is drawn or an IPA was chosen.
    """

    number = forms.CharField(
        label="Member number",
        help_text="Any number from the card, with or without dashes",
        required=False,
        max_length=40,
    )
    family_name = forms.CharField(label="Family name", required=False, max_length=80)
    given_name = forms.CharField(label="Given name", required=False, max_length=80)
    birth_date = DateField(
        label="Birth date", help_text="Month/day/year, for example 04/28/1986", required=False
    )
    for_date = DateField(
        label="Date of service", help_text="Coverage is checked for this day, not for today"
    )
    ipa = forms.TypedChoiceField(
        label="Your IPA",
        help_text="Choose one to be told when the patient belongs to another",
        required=False,
        coerce=UUID,
        empty_value=None,
    )

    def __init__(
        self, *args: Any, ipas: Callable[[], list[tuple[str, str]]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        chosen = self.fields["ipa"]
        if isinstance(chosen, forms.ChoiceField):
            chosen.choices = lambda: [("", "Any IPA"), *ipas()]

    def clean_birth_date(self) -> date | None:
        born: date | None = self.cleaned_data.get("birth_date")
        if born is not None and born > self.today:
            raise forms.ValidationError("This day lies ahead. Check the year of the birth date.")
        return born

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("number") or self.errors:
            return cleaned
        if not cleaned.get("family_name"):
            self.add_error("family_name", "Write the family name, or the member number above.")
        if not cleaned.get("birth_date"):
            self.add_error("birth_date", "Write the birth date, or the member number above.")
        return cleaned

    def question(self) -> EligibilityQuestion:
        """Return what is asked; the form must be valid."""
        said = self.cleaned_data
        return EligibilityQuestion(
            search=MemberSearch(
                number=said["number"],
                family_name=said["family_name"],
                given_name=said["given_name"],
                birth_date=said["birth_date"],
            ),
            for_date=said["for_date"],
            ipa_id=said["ipa"],
        )
