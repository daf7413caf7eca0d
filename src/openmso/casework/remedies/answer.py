"""The router's answer: the remedies of one member on one day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openmso.rulebook.answers import Answer

from .case import Case
from .papers import Owed
from .rows import RemedyRow
from .states import State
from .words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """A text for the member with the days to fill in."""

    words: Words
    days: Mapping[str, date] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One way to go on. `last_day` is inclusive; None, then `about_the_day` says why.

    `rule` is the rule of the last day, None where none is named or the book does not hold it.
    `ask` is what to do although the remedy is closed. `owed` are the papers of all three parties.
    """

    key: str
    row: RemedyRow
    state: State
    why: Said
    opens_on: date | None
    last_day: date | None
    about_the_day: Said | None
    working: tuple[str, ...]
    rule: Answer | None
    answered_within: Answer | None
    citation: str
    verified: str
    ask: Said | None
    warnings: tuple[Said, ...]
    missing_documents: tuple[str, ...]
    owed: tuple[Owed, ...]
    track: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """The answer: the remedies in the order to read them, and the prediction about review."""

    as_of: date
    case: Case
    remedies: tuple[Remedy, ...]

    def ways_on(self) -> tuple[Remedy, ...]:
        """Return what a letter about the no names: all but what is closed, and what a notice of
        its own tells when its day comes."""
        return tuple(
            remedy
            for remedy in self.remedies
            if remedy.state is not State.CLOSED and not remedy.row.own_paper
        )

    def named(self, key: str) -> Remedy | None:
        """Return the remedy with this key, if it is one of this member's."""
        return next((remedy for remedy in self.remedies if remedy.key == key), None)
