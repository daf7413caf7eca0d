"""Looking for a member, and asking whether they are covered on a day."""

from typing import Any

from django import forms

from openmso.channels.ui.forms import DateField, Form, MemorableDateField
from openmso.roster.members.domain.search import MemberSearch


class MemberSearchForm(Form):
    """Sent by POST: names, birth dates and numbers never stand in an address."""

    family_name = forms.CharField(
        label="Family name (or its beginning)", max_length=80, required=False
    )
    given_name = forms.CharField(label="Given name", max_length=80, required=False)
    birth_date = MemorableDateField(label="Birth date", required=False)
    number = forms.CharField(
        label="Member number, Medicare number or Medi-Cal number", max_length=40, required=False
    )

    def search(self) -> MemberSearch:
        """Return what was typed; the form must be valid."""
        typed = self.cleaned_data
        return MemberSearch(
            family_name=typed["family_name"],
            given_name=typed["given_name"],
            birth_date=typed["birth_date"],
            number=typed["number"],
        )


class EligibilityForm(Form):
    """The day of service, and the IPA when one is named."""

    for_date = DateField(label="Day of service", help_text="For example 11/22/2026")
    ipa = forms.ChoiceField(label="IPA", required=False)

    def __init__(self, data: Any = None, *, ipas: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        field: Any = self.fields["ipa"]
        field.choices = [("", "Any of ours"), *ipas]
