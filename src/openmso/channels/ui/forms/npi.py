"""The number of a doctor or practice (NPI): 10 digits whose last one proves the others."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from openmso.standards.identifiers import NpiNotValid, parse_npi


class NpiField(forms.CharField):
    """Takes an NPI with or without spaces and dashes; cleans to 10 digits."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("NPI"))
        kwargs.setdefault("max_length", 30)
        super().__init__(**kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "class": "usa-input--medium"})

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value)).strip()
        if not typed:
            return ""
        try:
            return parse_npi(typed)
        except NpiNotValid as refusal:
            raise ValidationError(str(refusal), code="not_an_npi") from None
