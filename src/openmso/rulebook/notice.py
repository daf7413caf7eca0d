"""One notice: what happened, who must be told, by when, and what must be said and enclosed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openmso.rulebook.facts import Asked, satisfied
from openmso.rulebook.vocabulary import CheckMark

SaidWhen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice that an event makes owed, in the words of `notice_words.py`.

    `from_on` is the first day in force, `until_on` the first day no longer; None is open. `facts`
    must be true of the case. `deadlines` holds the ids of the rules that say by when; several for
    several cases, none where the law names no time. `form_says` names what an enclosed form or
    statement says in its own words, so that our words need not.
    """

    id: str
    name: str
    event: str
    recipient: str
    facts: Mapping[str, tuple[str | bool, ...]] = field(hash=False)
    from_on: date | None
    until_on: date | None
    deadlines: tuple[str, ...]
    says: tuple[str, ...]
    says_when: SaidWhen = field(hash=False)
    encloses: tuple[str, ...]
    form_says: SaidWhen = field(hash=False)
    source: str
    note: str
    verified: CheckMark
    checked_on: date
    file: str
    line: int

    def in_force(self, on: date) -> bool:
        """Tell whether the notice is owed for what happens on that day."""
        return (self.from_on is None or self.from_on <= on) and (
            self.until_on is None or on < self.until_on
        )

    def owed(self, event: str, facts: Asked, on: date) -> bool:
        """Tell whether this event makes the notice owed in a case with these facts."""
        return self.event == event and self.in_force(on) and satisfied(self.facts, facts)

    def must_say(self, situations: frozenset[str] = frozenset()) -> frozenset[str]:
        """Return what our own words must say in these situations."""
        more = [self.says_when.get(situation, ()) for situation in situations]
        return frozenset(self.says).union(*more)
