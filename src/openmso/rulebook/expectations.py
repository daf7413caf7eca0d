"""What a question's head promises: who answers it for whom, and where the law is silent, and why.

    speaks: {MA: federal, MEDI-CAL: [federal, state]}    # or simply: federal, for everybody
    silent:
      - for: {line_of_business: MA, outcome: approve}
        authority: federal            # left out: all
        until: 2026-01-01             # from, until: left out: open
        reason: The rule begins on that day.

A question that says nothing is held to what its own rows say: whoever answers once must always
answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeGuard

from openmso.rulebook.errors import Finding
from openmso.rulebook.facts import FACTS, Asked, Wanted, satisfied, what_is_wrong
from openmso.rulebook.reading import Field, Page
from openmso.rulebook.vocabulary import Authority

EVERYBODY = ""
LINES = tuple(str(line) for line in FACTS["line_of_business"].values)
SILENT = {"for", "authority", "from", "until", "reason"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Where nobody need answer, and why; no authority named: none of them does."""

    facts: Wanted = field(hash=False)
    authorities: tuple[Authority, ...]
    from_on: date | None
    until_on: date | None
    reason: str

    def covers(self, facts: Asked, on: date, authority: Authority) -> bool:
        """Tell whether this authority is expected to be silent about these facts on that day."""
        return (
            (not self.authorities or authority in self.authorities)
            and (self.from_on is None or self.from_on <= on)
            and (self.until_on is None or on < self.until_on)
            and satisfied(self.facts, facts)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Who should answer one question, which does not arise but with the facts `only_for`.

    `speaks` None: whoever answers once must always answer.
    """

    speaks: Mapping[str, tuple[Authority, ...]] | None = field(default=None, hash=False)
    silences: tuple[Silence, ...] = ()
    only_for: Wanted = field(default_factory=dict, hash=False)

    def speakers(self, line_of_business: str) -> tuple[Authority, ...]:
        """Return who should answer for this line; empty when nobody said."""
        speaks = self.speaks or {}
        return speaks.get(line_of_business, speaks.get(EVERYBODY, ()))

    def joined(self, other: "Expectation") -> "Expectation":
        """Return it with the silences of another, and its speakers where this one names none."""
        return replace(
            self,
            speaks=self.speaks if self.speaks is not None else other.speaks,
            silences=(*self.silences, *other.silences),
        )

    def silence(self, facts: Asked, on: date, authority: Authority) -> Silence | None:
        """Return why this authority need not answer, or None when it should."""
        return next((each for each in self.silences if each.covers(facts, on, authority)), None)


def expectation_on(page: Page) -> Expectation:
    """Read the head of a page; faults are added to its findings."""
    speaks, silent = page.head.get("speaks"), page.head.get("silent")
    return Expectation(
        speaks=_speaks(page, speaks) if speaks else None,
        silences=tuple(_silences(page, silent)) if silent else (),
        only_for=_wanted(getattr(page.head.get("for"), "value", None)),
    )


def _speaks(page: Page, written: Field) -> Mapping[str, tuple[Authority, ...]]:
    lines = written.value if isinstance(written.value, dict) else {EVERYBODY: written.value}
    for line in lines:
        if line not in (*LINES, EVERYBODY):
            known = ", ".join(LINES)
            page.findings.append(
                Finding(page.file, written.line, f'no line of business "{line}" (known: {known})')
            )
    return MappingProxyType(
        {str(line): _authorities(page, written.line, who) for line, who in lines.items()}
    )


def _authorities(page: Page, line: int, written: object) -> tuple[Authority, ...]:
    found = []
    for name in written if isinstance(written, list) else [written]:
        try:
            found.append(Authority(str(name)))
        except ValueError:
            known = ", ".join(Authority)
            page.findings.append(
                Finding(page.file, line, f'authority cannot be "{name}" (known: {known})')
            )
    return tuple(found)


def _silences(page: Page, written: Field) -> Iterator[Silence]:
    def fault(sentence: str) -> None:
        page.findings.append(Finding(page.file, written.line, sentence))

    if not isinstance(written.value, list):
        fault('"silent" is a list of cases, each with a reason')
        return
    for case in written.value:
        if not isinstance(case, dict) or not _is_text(case.get("reason")):
            fault('every case of "silent" says its reason')
            continue
        for name in case.keys() - SILENT:
            fault(f'"silent" has no field "{name}"')
        if not isinstance(case.get("for", {}), dict):
            fault('"for" is a list of facts like {urgency: standard}')
        wanted = _wanted(case.get("for"))
        for name, values in wanted.items():
            if wrong := what_is_wrong(name, values):
                fault(wrong)
        for end in ("from", "until"):
            if end in case and not _is_day(case[end]):
                fault(f'"{end}" of "silent" is a day like 2026-01-01')
        yield Silence(
            facts=wanted,
            authorities=_authorities(page, written.line, case["authority"])
            if "authority" in case
            else (),
            from_on=_day(case.get("from")),
            until_on=_day(case.get("until")),
            reason=" ".join(case["reason"].split()),
        )


def _wanted(facts: object) -> Wanted:
    """Read facts; the head's own are checked with every row that inherits them."""
    if not isinstance(facts, dict):
        return MappingProxyType({})
    return MappingProxyType(
        {
            str(name): tuple(value) if isinstance(value, list) else (value,)
            for name, value in facts.items()
        }
    )


def _day(value: object) -> date | None:
    return value if _is_day(value) else None


def _is_day(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())
