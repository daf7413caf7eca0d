"""Putting one request to the book on many days, to hear who answers and who does not."""

from collections.abc import Iterator, Sequence
from datetime import date

from openmso.rulebook.book import Rulebook
from openmso.rulebook.errors import ConflictingAnswers
from openmso.rulebook.expectations import Expectation
from openmso.rulebook.gaps import Gap, joined
from openmso.rulebook.over_time import Facts
from openmso.rulebook.vocabulary import Authority


class Asking:
    """One request put to the book on many days."""

    def __init__(
        self,
        book: Rulebook,
        question: str,
        expected: Expectation,
        facts: Facts,
        asked_on: Sequence[date],
    ) -> None:
        self._question, self._expected, self._facts = question, expected, facts
        self._days = asked_on
        self._conflicts: list[Gap] = []
        self._heard: dict[date, frozenset[Authority]] = {on: self._ask(book, on) for on in asked_on}

    @property
    def answered(self) -> bool:
        """Whether anybody ever answers."""
        return any(self._heard.values())

    @property
    def explained(self) -> bool:
        """Whether the head says who should answer, or why nobody need ever do so."""
        return bool(self._expected.speakers(str(self._facts["line_of_business"]))) or all(
            self._expected.silence(self._facts, on, authority)
            for on in self._days
            for authority in Authority
        )

    def gaps(self) -> Iterator[Gap]:
        """Yield who should have answered and did not, and who answered twice."""
        named = self._expected.speakers(str(self._facts["line_of_business"]))
        ever = frozenset().union(*self._heard.values())
        yield from joined(self._conflicts, self._days)
        for authority in Authority:
            if authority in named or authority in ever:
                yield from joined(list(self._gaps_of(authority)), self._days)

    def _gaps_of(self, authority: Authority) -> Iterator[Gap]:
        for on, heard in self._heard.items():
            silence = self._expected.silence(self._facts, on, authority)
            if authority not in heard and silence is None:
                yield self._gap(authority, on, f"no {authority} answer, and no reason why")
            elif authority in heard and silence is not None:
                against = f"a {authority} answer, although: {silence.reason}"
                yield self._gap(authority, on, against)

    def _ask(self, book: Rulebook, on: date) -> frozenset[Authority]:
        try:
            answers = book.answers_in_force(self._question, on=on, facts=self._facts)
        except ConflictingAnswers as conflict:
            self._conflicts.append(self._gap(None, on, str(conflict)))
            return frozenset()
        return frozenset(answer.authority for answer in answers)

    def _gap(self, authority: Authority | None, on: date, sentence: str) -> Gap:
        facts = dict(self._facts)
        return Gap(
            question=self._question,
            line_of_business=str(facts.pop("line_of_business")),
            facts=facts,
            authority=authority,
            first_on=on,
            last_on=on,
            sentence=sentence,
        )
