"""Which requests and which days stand for all of them when a question is asked over the years."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from openmso.rulebook.answers import Answer
from openmso.rulebook.facts import FACTS, Wanted

QUARTERS = (1, 4, 7, 10)
INSTALLATIONS_OWN = ("line_of_business", "plan", "ipa")
Facts = dict[str, str | bool]


def combinations(answers: Sequence[Answer], only_for: Wanted) -> Iterator[Facts]:
    """Yield the facts to ask with: each value that a rule names, and one that none names.

    `only_for` holds the facts without which the question does not arise.
    """
    named: dict[str, dict[str | bool, None]] = {}
    for answer in answers:
        for name, values in answer.facts.items():
            if name not in INSTALLATIONS_OWN:
                named.setdefault(name, {}).update(dict.fromkeys(values))
    for name, known in named.items():
        other = next((value for value in FACTS[name].values if value not in known), None)
        if other is not None and name not in only_for:
            known[other] = None
    if answers:
        for values in product(*named.values()):
            yield dict(zip(named, values, strict=True))


def days(answers: Sequence[Answer], years: Sequence[int]) -> list[date]:
    """Return the first day of each quarter, the last day, and the days around every change."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    asked = {date(year, month, 1) for year in years for month in QUARTERS} | {last}
    for answer in answers:
        for turn in (answer.from_on, answer.until_on):
            if turn is not None:
                asked |= {turn, turn - timedelta(days=1)}
    return sorted(day for day in asked if first <= day <= last)


def quarter(day: date) -> str:
    """Return "2026-Q1"."""
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"
