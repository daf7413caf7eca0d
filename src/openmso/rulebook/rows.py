"""The fields of one row, read one by one; each fault becomes a finding with its line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from openmso.rulebook.facts import what_is_wrong
from openmso.rulebook.reading import UNREADABLE
from openmso.rulebook.vocabulary import MOMENTS
from openmso.rulebook.written_row import WrittenRow
from openmso.standards.calendars import Limit, LimitInWords, Span, parse_limit


@dataclass(slots=True)
class Row(WrittenRow):
    """A rule or notice: every method returns a field's value, or a harmless one and a finding."""

    told: set[str] = field(default_factory=set)

    def text(self, name: str, *, needed: bool = True) -> str:
        written = self.fields.get(name)
        if written is not None and isinstance(written.value, str) and written.value.strip():
            return " ".join(written.value.split())
        if (
            needed
            and name not in self.told
            and (written is None or written.value is not UNREADABLE)
        ):
            self.told.add(name)
            whose = "" if name == "id" else f" of {self.text('id', needed=False) or 'an answer'}"
            self.fault(name, f'the field "{name}"{whose} is missing or is not a text')
        return ""

    def day(self, name: str, *, needed: bool = False) -> date | None:
        written = self.fields.get(name)
        if written is not None and written.value is UNREADABLE:
            return None
        if written is None and not needed:
            return None
        value = written.value if written else None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.fault(name, f'"{name}" of {self.text("id")} is a day like 2026-01-01')
        return None

    def span(self, name: str) -> Span | None:
        return self._parsed(name, Span.parse) if name in self.fields else None

    def limit(self) -> Limit:
        text = self.text("value")
        try:
            return parse_limit(text)
        except ValueError as unclear:
            if text:
                self.told.add("value")
                self.fault("value", f"{self.text('id')}: {unclear}")
            return LimitInWords.GATE

    def moment(self, name: str) -> str:
        text = self.text(name)
        if text and text not in MOMENTS:
            self.fault(name, f'{self.text("id")}: there is no moment "{text}"')
        return text

    def facts(self) -> dict[str, tuple[str | bool, ...]]:
        facts: dict[str, tuple[str | bool, ...]] = {}
        for written in (self.page.head.get("for"), self.fields.get("for")):
            if written is None:
                continue
            if not isinstance(written.value, dict):
                self.fault("for", '"for" is a list of facts like {urgency: standard}')
                continue
            for name, value in written.value.items():
                values = tuple(value) if isinstance(value, list) else (value,)
                if wrong := what_is_wrong(str(name), values):
                    self.fault("for", wrong)
                facts[str(name)] = values
        return facts

    def _parsed(self, name: str, parse: Callable[[str], Span]) -> Span | None:
        try:
            return parse(self.text(name))
        except ValueError as unclear:
            self.fault(name, f"{self.text('id')}: {unclear}")
            return None
