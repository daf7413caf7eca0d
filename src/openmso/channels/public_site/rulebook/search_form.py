"""What somebody may look for. It travels in the address, so that a search can be sent to others."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openmso.channels.ui.forms import Form
from openmso.rulebook.book import Rulebook
from openmso.rulebook.vocabulary import CheckMark

from .index import Wanted, processes
from .names import list_name, lists, mark_words, process_name, topic_name, topics

FIELDS = ("q", "topic", "line", "process", "mark", "citation")
_MOST_WORDS, _MOST_CITATION = 200, 100


class SearchForm(Form):
    """Nothing has to be filled in; an empty search finds every rule."""

    def wanted(self) -> Wanted:
        """Return what to look for, once the form is valid."""
        typed = self.cleaned_data
        return Wanted(
            words=typed["q"],
            line=typed["line"],
            process=typed["process"],
            citation=typed["citation"],
            mark=typed["mark"],
            topic=typed["topic"],
        )

    def chosen(self) -> dict[str, str]:
        """Return what was filled in, as it stands in an address."""
        return {name: value for name in self.fields if (value := self.cleaned_data[name])}

    def in_words(self, name: str) -> str:
        """Return a filled-in field as people read it."""
        value = str(self.cleaned_data[name])
        field = self.fields[name]
        return field.words.get(value, value) if isinstance(field, _OneOf) else value


def search_form(data: Mapping[str, Any] | None = None, *, book: Rulebook) -> SearchForm:
    """Return the form in the language of the page, bound when there is `data`."""
    return SearchForm(data, auto_id="search_%s", fields=_fields(book))


def _fields(book: Rulebook) -> dict[str, forms.Field]:
    return {
        "q": _text(_("Words"), _MOST_WORDS, {"type": "search", "placeholder": "72 hours"}),
        "topic": _choice(_("Topic"), ((topic, topic_name(topic)) for topic in topics())),
        "line": _choice(_("Line of business"), ((line, list_name(line)) for line in lists())),
        "process": _choice(
            _("Process"), ((process, process_name(process)) for process in processes(book))
        ),
        "mark": _choice(
            _("How it was checked"), ((mark.value, mark_words(mark)) for mark in CheckMark)
        ),
        "citation": _text(_("Citation"), _MOST_CITATION, {"placeholder": "42 CFR 422.568"}),
    }


def _text(label: str, most: int, attributes: dict[str, str]) -> forms.CharField:
    widget = forms.TextInput({"autocomplete": "off", **attributes})
    return forms.CharField(label=label, required=False, max_length=most, widget=widget)


def _choice(label: str, choices: Iterable[tuple[str, str]]) -> "_OneOf":
    return _OneOf(label, sorted(choices, key=lambda choice: choice[1].casefold()))


class _OneOf(forms.ChoiceField):
    """A choice that still knows its words."""

    def __init__(self, label: str, choices: Iterable[tuple[str, str]]) -> None:
        self.words = dict(choices)
        super().__init__(label=label, required=False, choices=[("", _("Any")), *self.words.items()])
