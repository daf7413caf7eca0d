"""Telephone numbers as people type them, kept in one form with their extension."""

from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from openmso.channels.ui.words_for_numbers import parsed_number


class PhoneField(forms.CharField):
    """Cleans to the international form, e.g. "+13235550114" or "+13235550114;ext=12".

    `service_codes` are short numbers that are taken as they are, such as the relay service's.
    """

    def __init__(self, *, service_codes: frozenset[str] = frozenset(), **kwargs: Any) -> None:
        self.service_codes = service_codes
        kwargs.setdefault("label", _("Phone"))
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)
        self.widget = forms.TextInput(
            {"inputmode": "tel", "autocomplete": "tel", "class": "usa-input--xl"}
        )

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value)).strip()
        if not typed or typed in self.service_codes:
            return typed
        number = parsed_number(typed)
        if number is None:
            raise ValidationError(
                _("Write the phone number with its area code: 10 digits."), code="not_a_number"
            )
        plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        return f"{plain};ext={number.extension}" if number.extension else str(plain)
