"""A gap in the book: who should have answered what, for whom, and for how long nobody did."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from openmso.rulebook.over_time import Facts, quarter
from openmso.rulebook.vocabulary import Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A time in which somebody who should answer a question does not, or answers twice.

    `first_on` and `last_on` are days on which it was asked. `authority` None: nobody at all.
    """

    question: str
    line_of_business: str
    facts: Facts
    authority: Authority | None
    first_on: date
    last_on: date
    sentence: str

    def __str__(self) -> str:
        known = ", ".join(f"{name} {_written(value)}" for name, value in self.facts.items())
        return (
            f"{self.question}, {self.line_of_business}{f', {known}' if known else ''},"
            f" {quarter(self.first_on)} to {quarter(self.last_on)}: {self.sentence}"
        )


def nobody(question: str, line: str, asked_on: Sequence[date]) -> Gap:
    """Return the gap of a question that nobody answers on any of these days, whatever the facts."""
    return Gap(
        question=question,
        line_of_business=line,
        facts={},
        authority=None,
        first_on=asked_on[0],
        last_on=asked_on[-1],
        sentence="nobody answers",
    )


def joined(gaps: Sequence[Gap], asked_on: Sequence[date]) -> Iterator[Gap]:
    """Yield gaps with one sentence on neighboring days as one gap."""
    place: Mapping[date, int] = {day: number for number, day in enumerate(asked_on)}
    current: Gap | None = None
    for gap in gaps:
        if (
            current is not None
            and current.sentence == gap.sentence
            and place[gap.first_on] == place[current.last_on] + 1
        ):
            current = replace(current, last_on=gap.first_on)
            continue
        if current is not None:
            yield current
        current = gap
    if current is not None:
        yield current


def _written(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value
