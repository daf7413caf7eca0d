"""One row of a YAML file in hand, whatever it holds; each fault becomes a finding with its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from openmso.rulebook.errors import Finding
from openmso.rulebook.reading import Field, Page

Word = TypeVar("Word", bound=StrEnum)


@dataclass(slots=True)
class WrittenRow:
    """The part of reading that rules, notices and decision tables share."""

    page: Page
    fields: Mapping[str, Field]

    @property
    def place(self) -> str:
        """The file and the line on which the row is named."""
        return f"{self.page.file}:{self.line_of('id')}"

    def line_of(self, name: str) -> int:
        """Return the line of a field; that of the row for one that is not written."""
        return self.fields.get(name, self.fields[""]).line

    def fault(self, name: str, sentence: str) -> None:
        """Note what is wrong with a field."""
        self.page.findings.append(Finding(self.page.file, self.line_of(name), sentence))

    def value(self, name: str) -> object:
        """Return what YAML made of a field, None when it is not written."""
        written = self.fields.get(name)
        return written.value if written else None

    def word(self, name: str, text: str, words: type[Word], otherwise: Word) -> Word:
        """Return the word of this list; `otherwise`, and a finding, when it is none of them."""
        try:
            return words(text)
        except ValueError:
            if text:
                self.fault(name, f'{name} cannot be "{text}" (known: {", ".join(words)})')
            return otherwise

    def texts(self, name: str) -> tuple[str, ...]:
        """Return one text or a list of texts as a tuple, nothing as an empty one."""
        return as_texts(self.value(name))


def as_texts(value: object) -> tuple[str, ...]:
    """Return a value, or each of a list, as it is written; nothing as an empty tuple."""
    if value is None:
        return ()
    return tuple(plain(one) for one in (value if isinstance(value, list) else [value]))


def plain(value: object) -> str:
    """Return the word as it is written: YAML takes a bare yes or no for a truth value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value).split())
