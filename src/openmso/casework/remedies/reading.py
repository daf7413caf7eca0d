"""Reads one row of the decision table; each fault becomes a finding with file and line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openmso.rulebook.written_row import WrittenRow, as_texts, plain

from .rows import RuleChoice, When
from .words import Words, words_from

EVERYBODY: When = ({},)
_NO_WORDS = Words("", "")


@dataclass(slots=True)
class Row(WrittenRow):
    """A row of the table: every method returns a field's value, or a harmless one and a finding.

    `cells` are the cells a description may name, each with its words.
    """

    cells: Mapping[str, tuple[str, ...]]
    asked: set[str] = field(default_factory=set)

    def text(self, name: str, *, needed: bool = True) -> str:
        value = self._value(name)
        if needed and value in (None, ""):
            self.fault(name, f'the field "{name}" of {self._name()} is missing')
        if isinstance(value, list | Mapping):
            self.fault(name, f'"{name}" of {self._name()} is one word or text')
        return "" if value is None else plain(value)

    def known(self, name: str, known: Mapping[str, object]) -> tuple[str, ...]:
        texts = as_texts(self._value(name))
        for text in texts:
            if text not in known:
                self.fault(name, f'{self._name()}: there is no "{text}" for "{name}"')
        return texts

    def one_value(self, name: str, cell: str, *, needed: bool = True) -> str:
        text = self.text(name, needed=needed)
        if text:
            self._check_cells(name, {cell: (text,)})
        return text

    def yes(self, name: str) -> bool:
        text = self.text(name, needed=False)
        if text not in ("", "yes", "no"):
            self.fault(name, f'"{name}" of {self._name()} is yes or no')
        return text == "yes"

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
        return {plain(key): self.words_of(name, texts) for key, texts in value.items()}

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
            cells = {str(cell): as_texts(wanted) for cell, wanted in description.items()}
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
        return self.value(name)

    def _name(self) -> str:
        written = self.fields.get("id")
        return plain(written.value) if written else "a row"
