"""Which hospital a form is about: one that is known, or any other."""

from typing import Any

from django import forms

from openmso.channels.ui.forms import Form, NpiField, PhoneField
from openmso.roster.providers.actions.add_hospital import NewHospital
from openmso.roster.providers.models import Hospital


class WhichHospital(Form):
    """Which hospital it is: one of ours, or any other."""

    hospital = forms.ChoiceField(label="Hospital", required=False)
    hospital_name = forms.CharField(label="Another hospital's name", max_length=160, required=False)
    hospital_npi = NpiField(label="Its NPI", required=False)
    hospital_fax = PhoneField(label="Its fax, for our letters", required=False)

    def __init__(self, data: Any = None, *, hospitals: list[Hospital], **more: Any) -> None:
        super().__init__(data, **more)
        choice: Any = self.fields["hospital"]
        choice.choices = [
            ("", "- Another hospital -"),
            *((str(one.id), one.name) for one in hospitals),
        ]
        self._known = {str(one.id): one for one in hospitals}

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not typed.get("hospital") and not (typed.get("hospital_name") or "").strip():
            self.add_error("hospital", "Choose the hospital, or write its name below.")
        return typed

    def hospital_meant(self) -> Any:
        """Return the id of a known hospital, or what to write down of a new one."""
        said = self.cleaned_data
        if said["hospital"]:
            return self._known[said["hospital"]].id
        return NewHospital(
            name=said["hospital_name"], npi=said["hospital_npi"], fax=said["hospital_fax"]
        )
