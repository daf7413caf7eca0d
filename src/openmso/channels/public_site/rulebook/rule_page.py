"""Everything the page of a rule shows beside the calculator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from openmso.channels.ui.words_for_time import staff_time
from openmso.rulebook import relations
from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.facts import FACTS
from openmso.rulebook.notice import Notice
from openmso.rulebook.notice_book import NoticeBook
from openmso.rulebook.relations import Beside, Verdict
from openmso.rulebook.texts import conditions
from openmso.rulebook.vocabulary import MOMENTS
from openmso.standards.calendars import OfficeCalendar

from .names import consequence_words, fact_name, fact_values, process_name
from .rows import Row, day_in_words, end_words, row_of
from .sources import Source, sources


@dataclass(frozen=True, slots=True)
class NeededFact:
    """A fact that must be true of a case: its name, its values, what it means; English."""

    name: str
    values: str
    meaning: str


@dataclass(frozen=True, slots=True)
class OtherRule:
    """A rule that speaks beside this one; `governs` and `why` compare the two."""

    row: Row
    due: str
    governs: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """A rule as the page shows it. What the rule itself says is English."""

    row: Row
    question: str
    question_name: str
    process: str
    urgency: str
    end: str
    conditions: Sequence[str]
    facts: Sequence[NeededFact]
    starts: str
    event: str
    met_by: str
    action: str
    recipient: str
    extension: str
    grounds: Sequence[str]
    silence: str
    silence_rules: Sequence[tuple[Row, str]]
    checked_on: str
    note: str
    sources: Sequence[Source]
    history: Sequence[Row]
    special_cases: Sequence[Row]
    in_place_of: Sequence[Row]
    notices: Sequence[Notice]


def rule_page(rule: Answer, book: Rulebook, notices: NoticeBook, *, today: date) -> RulePage:
    """Present a rule as of the office's day `today`."""

    def rows(rules: Iterable[Answer]) -> tuple[Row, ...]:
        return tuple(row_of(each, today=today) for each in rules)

    return RulePage(
        row=row_of(rule, today=today),
        question=book.questions[rule.question],
        question_name=rule.question,
        process=process_name(rule.process),
        urgency=rule.urgency,
        end=end_words(rule),
        conditions=conditions(rule),
        facts=_facts(rule),
        starts=rule.begins,
        event=rule.event,
        met_by=MOMENTS[rule.met_by] if rule.met_by else "",
        action=rule.action,
        recipient=rule.recipient,
        extension=str(rule.extension) if rule.extension else "",
        grounds=[ground.value.replace("_", " ") for ground in rule.extension_grounds],
        silence=_silence(rule),
        silence_rules=tuple(
            (row_of(each, today=today), _silence(each)) for each in relations.silence(book, rule)
        ),
        checked_on=day_in_words(rule.checked_on),
        note=rule.note,
        sources=sources(rule.citation),
        history=rows(relations.history(book, rule)),
        special_cases=rows(relations.special_cases(book, rule)),
        in_place_of=rows(relations.stands_in_place_of(book, rule)),
        notices=tuple(each for each in notices.notices.values() if rule.id in each.deadlines),
    )


def others_beside(
    rule: Answer, book: Rulebook, *, start: datetime, office: OfficeCalendar, today: date
) -> tuple[OtherRule, ...]:
    """Compare the rule with what other authorities say when all clocks start at `start`."""
    return tuple(
        _other(each, rule, office.time_zone, today)
        for each in relations.beside(book, rule, start, office)
    )


def _other(beside: Beside, rule: Answer, zone: ZoneInfo, today: date) -> OtherRule:
    other = beside.rule
    governs, why = {
        Verdict.THIS: (rule.id, _("It is due first.")),
        Verdict.OTHER: (other.id, _("It is due first.")),
        Verdict.SAME: (_("Both"), _("They are due at the same time.")),
        Verdict.BOTH: (
            _("Both"),
            _("They cannot be compared by a due time. Both must be kept."),
        ),
        Verdict.GIVES_WAY: (other.id, _("The rulebook names it as the stronger one.")),
        Verdict.STRONGER: (rule.id, _("The rulebook names it as the stronger one.")),
        Verdict.NOT_IN_FORCE: (rule.id, _("The other one is not in force on that day.")),
    }[beside.verdict]
    if beside.due_at is not None and other.starts_at != rule.starts_at:
        why += " " + _("This holds if both clocks start at the same time: they start differently.")
    due = staff_time(beside.due_at, zone) if beside.due_at else ""
    return OtherRule(row_of(other, today=today), due, governs, why)


def _silence(rule: Answer) -> str:
    return consequence_words(rule.consequence) if rule.consequence else ""


def _facts(rule: Answer) -> list[NeededFact]:
    return [
        NeededFact(fact_name(name), fact_values(values), FACTS[name].meaning)
        for name, values in rule.facts.items()
        if name != "line_of_business"
    ]
