"""The base of every form: text that cannot be stored is stopped here, beside its field.

PostgreSQL stores neither NUL nor half a surrogate pair. Both are taken out of what was typed, the
rest is kept, and the field says so; the form stays unsent until the person has looked at it.
"""

import re
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Form(forms.Form):
    """A form of the house. `status` is the answer's HTTP status when the form is shown again.

    `fields` are fields made for this one form, after those of its class: their words are of today,
    or of the page's language. No class is made for them, which would outlive the page.
    """

    # The server answers with sentences; the browser's own bubbles would hide them.
    use_required_attribute = False

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *args: Any,
        fields: Mapping[str, forms.Field] | None = None,
        **kwargs: Any,
    ) -> None:
        self._unstorable_names: frozenset[str] = frozenset()
        if data is not None:
            data, self._unstorable_names = _storable(data)
        _say_it_plainly(type(self))
        super().__init__(data, *args, **kwargs)
        for name, field in (fields or {}).items():
            _say_it(field)
            self.fields[name] = field

    def full_clean(self) -> None:
        super().full_clean()
        if not self.is_bound:
            return
        for name in self.fields:
            if self._holds_unstorable(name):
                self.add_error(
                    name,
                    _(
                        "This text held hidden characters that we cannot keep. We took them out. "
                        "Check the text and send it again."
                    ),
                )

    @property
    def status(self) -> int:
        """422 when the form was sent with mistakes, else 200."""
        mistakes = self.is_bound and not self.is_valid()
        return HTTPStatus.UNPROCESSABLE_ENTITY if mistakes else HTTPStatus.OK

    def _holds_unstorable(self, name: str) -> bool:
        typed_as = self.add_prefix(name)
        return any(
            html_name == typed_as or html_name.startswith(f"{typed_as}_")
            for html_name in self._unstorable_names
        )


@cache
def _say_it_plainly(form: type[Form]) -> None:
    """Put our sentences where a field of this class still has Django's own. Once is enough: every
    form that is made copies them, and they are translated when they are shown."""
    for field in form.base_fields.values():
        _say_it(field)


def _say_it(field: forms.Field) -> None:
    chosen = isinstance(field, forms.ChoiceField)
    usual = forms.Field.default_error_messages["required"]
    if field.error_messages.get("required") is usual:
        field.error_messages["required"] = (
            gettext_lazy("Choose one.") if chosen else gettext_lazy("Fill this in.")
        )
    if isinstance(field, forms.BooleanField):
        field.error_messages["required"] = gettext_lazy("Check this box to go on.")
    if chosen and "invalid_choice" in field.error_messages:
        field.error_messages["invalid_choice"] = gettext_lazy("Choose one of the answers shown.")


def _storable(data: Mapping[str, Any]) -> tuple[Mapping[str, Any], frozenset[str]]:
    """Return the data without unstorable characters, and the names that held some."""
    lists = data.lists() if isinstance(data, QueryDict) else ((k, [v]) for k, v in data.items())
    found = frozenset(
        name
        for name, values in lists
        if any(isinstance(value, str) and UNSTORABLE.search(value) for value in values)
    )
    if not found:
        return data, found
    if isinstance(data, QueryDict):
        kept = data.copy()
        for name in found:
            kept.setlist(name, [UNSTORABLE.sub("", str(value)) for value in data.getlist(name)])
        return kept, found
    return {
        name: UNSTORABLE.sub("", value) if name in found else value for name, value in data.items()
    }, found
