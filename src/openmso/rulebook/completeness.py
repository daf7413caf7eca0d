"""Whether the book answers every question, for every line of business, over the years.

Each question is asked for every combination of the facts that its rules tell apart, on the first
day of every quarter and around every day on which one of its rules begins or ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openmso.rulebook.answers import Answer
from openmso.rulebook.asking import Asking
from openmso.rulebook.book import Rulebook
from openmso.rulebook.expectations import LINES, Expectation
from openmso.rulebook.gaps import Gap, nobody
from openmso.rulebook.over_time import combinations, days

YEARS = range(2025, 2030)
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Completeness:
    """`gaps` must be filled or be given a reason; of `left_open` nobody has said anything."""

    gaps: tuple[Gap, ...]
    left_open: tuple[Gap, ...]


def completeness(book: Rulebook, years: Sequence[int] = YEARS) -> Completeness:
    """Ask everything over these years and return what is missing, in the book's order.

    A gap is a time in which an authority that should answer does not: one that the question's
    head names, or one that answers the same request at another time. Left open is a question that
    nobody answers for a line of business, whatever the facts. A reason under "silent" explains
    either; where somebody answers against such a reason, that is a gap too.
    """
    gaps: list[Gap] = []
    left_open: list[Gap] = []
    for question, answers in book.by_question.items():
        expected = book.expectations.get(question, Expectation())
        asked_on = days(answers, years)
        for line in LINES:
            found = [
                Asking(book, question, expected, {"line_of_business": line, **facts}, asked_on)
                for facts in combinations(answers, expected.only_for)
            ]
            for asking in found:
                gaps += asking.gaps()
            if not any(asking.answered or asking.explained for asking in found):
                left_open.append(nobody(question, line, asked_on))
    return Completeness(tuple(gaps), tuple(left_open))


def old_checks(book: Rulebook, today: date) -> tuple[Answer, ...]:
    """Return the rules that nobody has checked for more than a year before `today`."""
    return tuple(rule for rule in book.answers.values() if today - rule.checked_on > A_YEAR)
