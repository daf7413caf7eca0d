"""How long an approval holds: the rule's span, cut by the end of coverage, and why.

A rule may give words instead of a last day ("as long as medically necessary"): then no flat day
ends a course of treatment, and only the end of coverage does.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.deadlines import compute_due, overridden
from openmso.rulebook.errors import NoAnswer
from openmso.standards.calendars import LimitInWords, OfficeCalendar, Span

from .deadlines import ClockFacts

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """`until_on` is the first day on which the approval no longer holds; None: no flat last day."""

    from_on: date
    until_on: date | None
    why: str
    why_es: str
    rule_id: str
    citation: str

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds: what people are shown."""
        return self.until_on - ONE_DAY if self.until_on else None


def validity_of(
    facts: ClockFacts,
    *,
    approved_at: datetime,
    course_of_treatment: bool,
    coverage_until_on: date | None,
    book: Rulebook,
    office: OfficeCalendar,
) -> Validity:
    """Choose the end that comes first: the rule's or coverage's. Raises NoAnswer.

    `course_of_treatment`: several visits or days, which some laws protect against a flat last day.
    `coverage_until_on` is exclusive.
    """
    approved_on = office.local(approved_at).date()
    answers = book.ask("prior_auth/validity", on=approved_on, facts=facts.for_rulebook())
    rule = _rule_for(answers, course_of_treatment=course_of_treatment)
    if isinstance(rule.value, Span):
        due_at = compute_due(rule, approved_at, office).due_at
        if due_at is None:
            raise NoAnswer(f"{rule.id} gives no last day")
        by_rule = office.local(due_at).date() + ONE_DAY
    else:
        by_rule = None
    until_on, why, why_es = _earlier(approved_on, rule, by_rule, coverage_until_on)
    return Validity(
        from_on=approved_on,
        until_on=until_on,
        why=why,
        why_es=why_es,
        rule_id=rule.id,
        citation=rule.citation,
    )


def _rule_for(answers: tuple[Answer, ...], *, course_of_treatment: bool) -> Answer:
    in_words = [answer for answer in answers if isinstance(answer.value, LimitInWords)]
    if course_of_treatment and in_words:
        return in_words[0]
    giving_way = overridden(answers) if course_of_treatment else frozenset()
    for answer in answers:
        if isinstance(answer.value, Span) and answer.id not in giving_way:
            return answer
    raise NoAnswer("no rule says how long this approval holds")


def _earlier(
    approved_on: date, rule: Answer, by_rule: date | None, coverage_until_on: date | None
) -> tuple[date | None, str, str]:
    if coverage_until_on is not None and (by_rule is None or coverage_until_on < by_rule):
        return (
            max(coverage_until_on, approved_on),
            "It ends on the last day of coverage, which comes first.",
            "Termina el último día de la cobertura, que llega primero.",
        )
    if by_rule is None:
        return (
            None,
            "It holds as long as the treatment is medically necessary; no flat day ends it.",
            "Vale mientras el tratamiento sea médicamente necesario; no hay una fecha fija.",
        )
    count = rule.value.count if isinstance(rule.value, Span) else 0
    return (
        by_rule,
        f"It holds for {count} days from approval; coverage does not end before.",
        f"Vale por {count} días desde la aprobación; la cobertura no termina antes.",
    )
