"""A rule in one line: its value, for whom, where it is written, how surely it is known."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openmso.channels.ui.words_for_time import member_date
from openmso.rulebook.answers import Answer
from openmso.rulebook.vocabulary import LimitIs
from openmso.standards.calendars import LimitInWords

from .names import Mark, authority_name, lines_of, mark_of

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`dated` is true when the law names a day; `ended` when it is not in force today."""

    id: str
    href: str
    value: str
    meaning: str
    lines: str
    authority: str
    citation: str
    mark: Mark
    in_force: str
    dated: bool
    ended: bool


def row_of(rule: Answer, *, today: date) -> Row:
    """Present a rule as of the office's day `today`."""
    return Row(
        id=rule.id,
        href=rule_address(rule.id),
        value=value_of(rule),
        meaning=rule.value.meaning if isinstance(rule.value, LimitInWords) else "",
        lines=lines_of(rule),
        authority=authority_name(rule.authority),
        citation=rule.citation,
        mark=mark_of(rule.verified),
        in_force=in_force_words(rule),
        dated=rule.from_on is not None or rule.until_on is not None,
        ended=not rule.in_force(today),
    )


def rule_address(rule_id: str) -> str:
    return reverse("public:rule", kwargs={"rule_id": rule_id})


def value_of(rule: Answer) -> str:
    """Return the limit as the rulebook writes it, its first letter large; English."""
    text = str(rule.value)
    return text[:1].upper() + text[1:]


def end_words(rule: Answer) -> str:
    """Return what the end of the time means, where it is no due time."""
    return {
        LimitIs.DEADLINE: "",
        LimitIs.OPENING: _("When this time is over, a way opens. It is no due time."),
        LimitIs.PERIOD: _("Something lasts for this time. It is no due time."),
    }[rule.limit_is]


def in_force_words(rule: Answer) -> str:
    """Return the days in force, both inclusive."""
    first = day_in_words(rule.from_on) if rule.from_on else ""
    last = day_in_words(rule.until_on - _ONE_DAY) if rule.until_on else ""
    if first and last:
        return _("In force from %(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("In force from %(first)s") % {"first": first}
    if last:
        return _("In force until %(last)s") % {"last": last}
    return _("In force for a long time")


def day_in_words(day: date) -> str:
    return member_date(day, get_language() or "en")
