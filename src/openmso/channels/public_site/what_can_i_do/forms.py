"""The questions of the remedy router, in the words of the page's language.

Which questions there are, and how they are put, stands in casework/remedies/data/questions.yaml.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from openmso.casework.remedies.facts import Facts, facts_from
from openmso.casework.remedies.rows import Kind, Question
from openmso.casework.remedies.table import default_table
from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.presenters.remedies import in_page_language

UNKNOWN = "unknown"
_HAPPENED = ("notice_on", "grievance_filed_at", "grievance_answered_at", "applied_at")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form under one heading."""

    heading: str
    fields: tuple[BoundField, ...]


class WhatCanIDoForm(Form):
    """Every question a member can answer; none has to be. `today` is the office's day."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        today: date,
        fields: Mapping[str, forms.Field],
    ) -> None:
        super().__init__(data, fields=fields)
        self.today = today

    def facts(self) -> Facts:
        """Return what was answered, once the form is valid."""
        return facts_from(self.cleaned_data, default_table().questions)

    def sections(self) -> Iterator[Section]:
        """Yield the questions in the order in which a person thinks of them."""
        for heading, names in _sections():
            yield Section(heading, tuple(self[name] for name in names))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in _HAPPENED:
            if cleaned.get(name) and cleaned[name] > self.today:
                self.add_error(name, _("This day is still to come. Check the date."))
        filed, answered = (cleaned.get(f"grievance_{what}_at") for what in ("filed", "answered"))
        if filed and answered and answered < filed:
            self.add_error(
                "grievance_answered_at", _("This is before the day you asked. Check the date.")
            )
        return cleaned


def what_can_i_do_form(data: Mapping[str, Any] | None = None, *, today: date) -> WhatCanIDoForm:
    """Return the form in the language of the page, bound when there is `data`."""
    asked = [one for one in default_table().questions.values() if not one.by_office]
    return WhatCanIDoForm(data, today=today, fields={one.id: _field(one) for one in asked})


def _field(question: Question) -> forms.Field:
    said: dict[str, Any] = {
        "label": in_page_language(question.asks),
        "help_text": in_page_language(question.help),
    }
    choices = [(value, in_page_language(words)) for value, words in question.values.items()]
    match question.kind:
        case Kind.DAY:
            return DateField(required=False, **said)
        case Kind.SOME_OF:
            widget = forms.CheckboxSelectMultiple()
            return forms.MultipleChoiceField(choices=choices, required=False, widget=widget, **said)
        case Kind.YES_NO:
            choices = [("yes", _("Yes")), ("no", _("No"))]
    choices.append((UNKNOWN, _("I do not know, or it does not fit.")))
    return forms.ChoiceField(choices=choices, initial=UNKNOWN, widget=forms.RadioSelect, **said)


def _sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (_("Your coverage"), ("coverage", "benefit")),
        (
            _("The letter that says no"),
            ("notice_on", "decision", "basis", "provider_link", "urgent", "medi_cal_rx"),
        ),
        (
            _("What you have done so far"),
            (
                "grievance",
                "grievance_filed_at",
                "grievance_expedited",
                "grievance_answered_at",
                "grievance_result",
                "state_hearing",
                "applied_at",
            ),
        ),
        (_("Care that you get now"), ("service_ends", "leaving", "ends_on")),
        (_("Your papers"), ("papers",)),
    )
