"""What somebody may look for. It travels in the address, so that a search can be sent to others."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.groups import (
    diagnosis_groups,
    treatment_groups,
)
from openmso.casework.external_review.published_decisions.queries import Asked
from openmso.channels.ui.forms import Form

from .words import group_choices, kind_words, outcome_words

FIELDS = ("q", "diagnosis", "treatment", "type", "outcome", "year")
_MOST_WORDS = 200


class DecisionsForm(Form):
    """Nothing has to be filled in; an empty search finds every decision."""

    def asked(self) -> Asked:
        """Return what to look for, once the form is valid."""
        typed = self.cleaned_data
        return Asked(
            words=typed.get("q", ""),
            diagnosis_group=typed["diagnosis"],
            treatment_group=typed.get("treatment", ""),
            kind=typed["type"],
            outcome=typed["outcome"],
            year=int(typed["year"]) if typed["year"] else None,
        )

    def chosen(self) -> dict[str, str]:
        """Return what was filled in, as it stands in an address."""
        return {name: value for name in self.fields if (value := self.cleaned_data[name])}

    def in_words(self, name: str) -> str:
        """Return a filled-in field as people read it."""
        value = str(self.cleaned_data[name])
        field = self.fields[name]
        return field.words.get(value, value) if isinstance(field, _OneOf) else value


def decisions_form(
    data: Mapping[str, Any] | None, *, years: Iterable[int], with_decisions: bool
) -> DecisionsForm:
    """Return the form in the language of the page, bound when there is `data`.

    Without the decisions themselves there are only counts: by diagnosis, type, outcome and year.
    """
    fields: dict[str, forms.Field] = {}
    if with_decisions:
        fields["q"] = _words_field()
    fields["diagnosis"] = _OneOf(_("What was wrong"), group_choices(diagnosis_groups()))
    if with_decisions:
        fields["treatment"] = _OneOf(_("What care"), group_choices(treatment_groups()))
    fields["type"] = _OneOf(_("The question"), [(one.value, kind_words(one)) for one in Kind])
    fields["outcome"] = _OneOf(_("Outcome"), [(one.value, outcome_words(one)) for one in Outcome])
    fields["year"] = _OneOf(_("Year"), [(str(year), str(year)) for year in years])
    return DecisionsForm(data, auto_id="search_%s", fields=fields)


def _words_field() -> forms.CharField:
    return forms.CharField(
        label=_("Words"),
        required=False,
        max_length=_MOST_WORDS,
        widget=forms.TextInput({"autocomplete": "off", "type": "search", "placeholder": "MRI"}),
    )


class _OneOf(forms.ChoiceField):
    """A choice that still knows its words."""

    def __init__(self, label: str, choices: Iterable[tuple[str, str]]) -> None:
        self.words = dict(choices)
        super().__init__(label=label, required=False, choices=[("", _("Any")), *self.words.items()])
