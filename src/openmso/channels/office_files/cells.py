"""Takes the values of one row for what they mean, and notes what cannot be meant.

Every method returns something fit to go on with; whether the row may be used is told by `faults`.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from django.db.models import Model

from openmso.standards.codes.us_states import STATES
from openmso.standards.identifiers.npi import NpiNotValid, parse_npi

from .faults import Fault
from .sheet import Row

_KEY = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_YES_NO = {"yes": True, "no": False}
NO_DAY = date.min
_MOST_NAMED = 20


@dataclass(slots=True)
class Cells:
    """The values of one row. An absent column is an empty value."""

    row: Row
    faults: list[Fault] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Tell whether the sheet has this column at all."""
        return name in self.row.values

    def wrong(self, sentence: str) -> None:
        """Note a fault of this row."""
        self.faults.append(Fault(self.row.file, self.row.line, sentence))

    def text(self, name: str, of: type[Model], column: str = "") -> str:
        """Return the text if it fits the field `column` (default: `name`) of a model."""
        value = self.row.values.get(name, "").replace("\r\n", "\n").replace("\t", " ")
        longest = vars(of._meta.get_field(column or name)).get("max_length")
        if longest and len(value) > longest:
            self.wrong(f"The {name} is longer than {longest} letters.")
        if not value.replace("\n", "").isprintable():
            self.wrong(f"The {name} holds a sign that cannot be printed.")
        return value

    def key(self, name: str, of: type[Model], column: str = "") -> str:
        """Return a short name: small letters, digits, hyphens."""
        value = self.text(name, of, column)
        if value and _KEY.fullmatch(value) is None:
            self.wrong(f'The {name} "{value}" must be small letters, digits and hyphens.')
        return value

    def day(self, name: str) -> date | None:
        """Return a day, None for an empty value."""
        value = self.row.values.get(name, "")
        if not value:
            return None
        try:
            # fromisoformat takes more than people write: 20260131, 2026-W05-6.
            if len(value) == len("2026-01-31") and "W" not in value:
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.wrong(f'The {name} "{value}" is not a day; write e.g. 2026-01-31.')
        return NO_DAY

    def days(self, first: str = "from_on", end: str = "until_on") -> tuple[date, date | None]:
        """Return the first day and the first day without; an empty first day is NO_DAY."""
        from_on, until_on = self.day(first) or NO_DAY, self.day(end)
        if until_on is not None and NO_DAY not in (from_on, until_on) and until_on <= from_on:
            self.wrong(f"The {end}, the first day without it, must come after the {first}.")
        return from_on, until_on

    def yes(self, name: str, *, otherwise: bool = False) -> bool:
        """Return a yes or no; `otherwise` for an empty value."""
        value = self.row.values.get(name, "")
        if value and value not in _YES_NO:
            self.wrong(f'The {name} "{value}" must be yes or no.')
        return _YES_NO.get(value, otherwise)

    def one_of(self, name: str, known: Iterable[str], otherwise: str = "") -> str:
        """Return a value that must be one of `known`; `otherwise` for an empty one."""
        value, choices = self.row.values.get(name, ""), list(known)
        if value and value not in choices:
            self.wrong(f'There is no {name} "{value}"{instead(value, choices)}')
        return value or otherwise

    def state(self, name: str) -> str:
        """Return the two letters of a state."""
        value = self.row.values.get(name, "")
        if value and value not in STATES:
            self.wrong(f'The {name} "{value}" must be two capital letters of a state, e.g. CA.')
        return value

    def npi(self, name: str) -> str:
        """Return an NPI whose check digit fits."""
        value = self.row.values.get(name, "")
        try:
            return parse_npi(value) if value else ""
        except NpiNotValid as wrong:
            self.wrong(f'The {name} "{value}": {wrong}')
            return ""

    def whole_number(self, name: str, least: int, most: int, otherwise: int = 0) -> int:
        """Return a number from `least` to `most`; `otherwise` for an empty value."""
        value = self.row.values.get(name, "")
        if not value:
            return otherwise
        if not (value.isascii() and value.isdigit() and least <= int(value[:9]) <= most):
            self.wrong(f'The {name} "{value}" must be a whole number from {least} to {most}.')
            return otherwise
        return int(value)

    def many(self, name: str, *, shape: str, longest: int, example: str) -> tuple[str, ...]:
        """Return the values that stand between strokes (|), each once and in their order."""
        values = [part.strip() for part in self.row.values.get(name, "").split("|")]
        found = tuple(dict.fromkeys(value for value in values if value))
        for value in found:
            if len(value) > longest or re.fullmatch(shape, value) is None:
                self.wrong(f'The {name} "{value}" must look like {example}; put | between several.')
        return found


def instead(value: str, known: Collection[str]) -> str:
    """Return the end of a sentence about a value nobody knows: the one meant, or those there are.

    Of many, and of numbers, none is named: the list would not help.
    """
    if len(known) > _MOST_NAMED or value.isdigit():
        return "."
    if near := get_close_matches(value, list(known), n=1):
        return f'; did you mean "{near[0]}"?'
    return f". There are: {', '.join(sorted(known)) or 'none'}."
