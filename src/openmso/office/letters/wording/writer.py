"""Writes blocks in one language, so that a letter's builder reads like the letter itself."""

from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter

from openmso.office.letters.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Items,
    Lead,
    Note,
    OfficialWording,
    Paragraph,
    Run,
    Runs,
    Signature,
    SummaryBox,
)
from openmso.office.letters.fields import Length, Told, Wording
from openmso.office.letters.letterhead import ContactLine, Letterhead

from .speech import Speech

Part = str | Run | Wording


@dataclass(frozen=True, slots=True)
class Writer:
    """`letterhead` gives the numbers to call; they are in the writer's language."""

    speech: Speech
    letterhead: Letterhead

    @property
    def language(self) -> str:
        return self.speech.language

    # Stretches of text

    def say(self, *parts: Part) -> Runs:
        """Join plain words, names and handed-in wordings; empty parts are left out."""
        return tuple(run for part in parts if (run := self._run(part)).text)

    def name(self, text: str) -> Run:
        """A name, number or title that is what it is: not judged for its reading level."""
        return Run(text, self.language, exempt=True)

    def strong(self, text: str) -> Run:
        return Run(text, self.language, strong=True)

    def quoted(self, wording: Wording) -> Run:
        """Words of a professional, shown as written beside the plain ones; not judged."""
        return Run(wording.text, wording.language, exempt=True)

    def day(self, day: date) -> Run:
        return self.name(self.speech.day(day))

    def last_day(self, day: date) -> Run:
        return Run(self.speech.day(day), self.language, exempt=True, strong=True)

    def moment(self, at: datetime, time_zone: str) -> Run:
        return Run(self.speech.moment(at, time_zone), self.language, exempt=True, strong=True)

    def length(self, length: Length) -> Run:
        return Run(self.speech.length(length), self.language, strong=True)

    def number_of(self, line: ContactLine) -> Run:
        """A telephone number with its text-telephone number beside it, always as a pair."""
        pair = f"{line.phone} (TTY:\u00a0{line.tty})"
        return Run(pair, self.language, exempt=True, strong=True)

    def told(self, told: Told) -> Runs:
        """A text of the house in the writer's language, with its days filled in."""
        pattern = told.es if self.language == "es" else told.en
        return self.filled(pattern, **{one.place: self.last_day(one.day) for one in told.days})

    def filled(self, pattern: str, **given: Part) -> Runs:
        """Put what is given into its places; raises KeyError for a place that has nothing."""
        parts: list[Part] = []
        for text, name, _, _ in Formatter().parse(pattern):
            parts.append(text)
            if name is not None:
                parts.append(given[name])
        return self.say(*parts)

    # Blocks

    def lead(self, *parts: Part, element: str = "decision") -> Lead:
        return Lead(language=self.language, element=element, runs=self.say(*parts))

    def heading(self, *parts: Part) -> Heading:
        return Heading(language=self.language, runs=self.say(*parts))

    def paragraph(self, *parts: Part, element: str | None = None) -> Paragraph:
        return Paragraph(language=self.language, element=element, runs=self.say(*parts))

    def in_language(self, language: str, text: str) -> Paragraph:
        """A passage in the reader's own language inside a letter in another one."""
        return Paragraph(language=language, runs=(Run(text, language, exempt=True),))

    def note(self, *parts: Part, element: str | None = None) -> Note:
        return Note(language=self.language, element=element, runs=self.say(*parts))

    def items(self, *items: Runs, element: str | None = None, numbered: bool = False) -> Items:
        return Items(language=self.language, element=element, items=items, numbered=numbered)

    def fact(self, label: str, *parts: Part, element: str | None = None) -> Fact:
        return Fact(label=label, value=self.say(*parts), element=element)

    def facts(self, caption: str, *rows: Fact) -> Facts:
        return Facts(
            language=self.language, caption=caption, rows=tuple(row for row in rows if row.value)
        )

    def box(self, title: str, *inside: Block, element: str | None = None) -> SummaryBox:
        return SummaryBox(
            language=self.language, element=element, title=self.say(title), inside=inside
        )

    def official(
        self, slot: str, title: str, *, text: str, edition: str, missing: str, element: str
    ) -> OfficialWording:
        return OfficialWording(
            language=self.language,
            element=element,
            slot=slot,
            title=title,
            text=text,
            edition=edition,
            missing=missing,
        )

    def signature(self, closing: str, name: str, title: str) -> Signature:
        return Signature(language=self.language, closing=closing, name=name, title=title)

    def _run(self, part: Part) -> Run:
        match part:
            case Run():
                return part
            case Wording(text=text, language=language):
                return Run(text, language)
            case _:
                return Run(part, self.language)
