"""Reads one row of the decision table; each fault becomes a finding with file and line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from openmso.rulebook.errors import Finding
from openmso.rulebook.reading import Field, Page

from .rows import RuleChoice, When
from .words import Words, words_from

Word = TypeVar("Word", bound=StrEnum)
EVERYBODY: When = ({},)
_NO_WORDS = Words("", "")


@dataclass(slots=True)
class Row:
    """A row in hand: every method returns a field's value, or a harmless one and a finding.

    `cells` are the cells a description may name, each with its words.
    """

    page: Page
    fields: Mapping[str, Field]
    cells: Mapping[str, tuple[str, ...]]
    asked: set[str] = field(default_factory=set)

    @property
    def place(self) -> str:
        return f"{self.page.file}:{self._line('id')}"

    def fault(self, name: str, sentence: str) -> None:
        self.page.findings.append(Finding(self.page.file, self._line(name), sentence))

    def text(self, name: str, *, needed: bool = True) -> str:
        value = self._value(name)
        if needed and value in (None, ""):
            self.fault(name, f'the field "{name}" of {self._name()} is missing')
        if isinstance(value, list | Mapping):
            self.fault(name, f'"{name}" of {self._name()} is one word or text')
        return "" if value is None else _plain(value)

    def texts(self, name: str, known: Mapping[str, object] | None = None) -> tuple[str, ...]:
        texts = _listed(self._value(name))
        for text in texts:
            if known is not None and text not in known:
                self.fault(name, f'{self._name()}: there is no "{text}" for "{name}"')
        return texts

    def yes(self, name: str) -> bool:
        text = self.text(name, needed=False)
        if text not in ("", "yes", "no"):
            self.fault(name, f'"{name}" of {self._name()} is yes or no')
        return text == "yes"

    def word(self, name: str, words: type[Word], otherwise: Word) -> Word:
        text = self.text(name)
        try:
            return words(text)
        except ValueError:
            known = ", ".join(words)
            self.fault(name, f'{self._name()}: {name} cannot be "{text}" (known: {known})')
            return otherwise

    def words(self, name: str) -> Words:
        return self.words_of(name, self._value(name))

    def words_of(self, name: str, value: object) -> Words:
        found = words_from(value)
        if found is None:
            self.fault(
                name,
                f'"{name}" of {self._name()} is a text in en and es, with the same places'
                " to fill in",
            )
        return found or _NO_WORDS

    def valued(self, name: str) -> dict[str, Words]:
        value = self._value(name)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.fault(name, f'"{name}" of {self._name()} is a list of words with their texts')
            return {}
        return {_plain(key): self.words_of(name, texts) for key, texts in value.items()}

    def when(self, name: str) -> When:
        value = self._value(name)
        if value is None:
            return ()
        return self._descriptions(name, value)

    def rules(self, name: str) -> tuple[RuleChoice, ...]:
        value = self._value(name)
        if value is None:
            return ()
        found = []
        for choice in value if isinstance(value, list) else [value]:
            if not isinstance(choice, Mapping) or not isinstance(choice.get("rule"), str):
                self.fault(name, f'"{name}" of {self._name()} is a list of {{rule: ID}}')
                continue
            when = self._descriptions(name, choice["for"]) if "for" in choice else EVERYBODY
            found.append(RuleChoice(when, choice["rule"]))
        return tuple(found)

    def nothing_else(self) -> None:
        for name in self.fields.keys() - self.asked - {""}:
            self.fault(name, f'{self._name()}: there is no field "{name}" here')

    def _descriptions(self, name: str, value: object) -> When:
        found = []
        for description in value if isinstance(value, list) else [value]:
            if not isinstance(description, Mapping):
                self.fault(name, f'"{name}" of {self._name()} describes members: {{cell: value}}')
                continue
            cells = {str(cell): _listed(wanted) for cell, wanted in description.items()}
            self._check_cells(name, cells)
            found.append(cells)
        return tuple(found)

    def _check_cells(self, name: str, cells: Mapping[str, tuple[str, ...]]) -> None:
        for cell, wanted in cells.items():
            if cell not in self.cells:
                known = ", ".join(self.cells)
                self.fault(name, f'{self._name()}: there is no cell "{cell}" (known: {known})')
                continue
            for value in wanted:
                if value not in self.cells[cell]:
                    known = ", ".join(self.cells[cell])
                    self.fault(name, f'{self._name()}: {cell} cannot be "{value}" (known: {known})')

    def _value(self, name: str) -> object:
        self.asked.add(name)
        written = self.fields.get(name)
        return written.value if written else None

    def _name(self) -> str:
        written = self.fields.get("id")
        return _plain(written.value) if written else "a row"

    def _line(self, name: str) -> int:
        return self.fields.get(name, self.fields[""]).line


def _listed(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(_plain(one) for one in (value if isinstance(value, list) else [value]))


def _plain(value: object) -> str:
    """Return the word as it is written: YAML takes a bare yes or no for a truth value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value).split())
