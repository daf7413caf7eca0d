"""A box for a code out of thousands: suggestions from the server, and typing a code always works.

The search address answers `{"options": [{"value", "label", "note"}]}`; `suggestions` builds that
answer. Without JavaScript the field is a plain text box.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

LONGEST = 12
"""Letters of the longest code that any list has room for."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    value: str
    label: str
    note: str = ""


class CodeCombo(forms.TextInput):
    template_name = "ui/code_combo.html"

    def __init__(self, search: str = "", attrs: dict[str, Any] | None = None) -> None:
        self.search = search
        super().__init__({"class": "combo__input", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["search_url"] = reverse(self.search) if self.search else ""
        return context


class CodeField(forms.CharField):
    """Cleans to the code in capitals without spaces; what follows a space is the description.

    `search` is the URL name of the suggestions. Whether the code exists is for the caller to say.
    """

    def __init__(self, *, search: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 120)
        super().__init__(widget=CodeCombo(search), **kwargs)

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value)).strip()
        code = typed.split(maxsplit=1)[0].upper() if typed else ""
        if len(code) > LONGEST:
            raise ValidationError(
                _("No code is that long. Write the code first, then its name."), code="too_long"
            )
        return code


def suggestions(options: Iterable[Suggestion]) -> JsonResponse:
    """Return the answer of a search address."""
    return JsonResponse({"options": [asdict(option) for option in options]})
