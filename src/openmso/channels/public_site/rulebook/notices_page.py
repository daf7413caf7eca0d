"""Who must be told what, on which event, and by which rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from openmso.office.access.pages import public
from openmso.office.law import notices
from openmso.rulebook.notice import Notice
from openmso.rulebook.notice_words import CONTENT, ENCLOSURES, EVENTS, RECIPIENTS, SITUATIONS

from .names import Mark, fact_name, fact_values, list_name, mark_of
from .office_time import calendar_of, today_of
from .rows import day_in_words, rule_address


@dataclass(frozen=True, slots=True)
class DeadlineLink:
    rule_id: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNotice:
    """A notice; what it says and encloses is English."""

    id: str
    lines: str
    facts: Sequence[str]
    recipient: str
    deadlines: Sequence[DeadlineLink]
    says: Sequence[str]
    says_when: Sequence[tuple[str, Sequence[str]]]
    encloses: Sequence[tuple[str, Sequence[str]]]
    source: str
    note: str
    mark: Mark
    checked_on: str
    begins: str


@dataclass(frozen=True, slots=True)
class Event:
    key: str
    words: str
    notices: Sequence[ShownNotice]


@public
@require_safe
def notices_page(request: HttpRequest) -> HttpResponse:
    """Show every notice that is owed today or later, event by event."""
    today = today_of(request, calendar_of(request))
    owed = [
        each for each in notices().notices.values() if not each.until_on or today < each.until_on
    ]
    events = [
        Event(key, words, [_shown(each, today) for each in owed if each.event == key])
        for key, words in EVENTS.items()
    ]
    context = {"events": [event for event in events if event.notices]}
    return render(request, "public_site/rulebook/notices.html", context)


def _shown(notice: Notice, today: date) -> ShownNotice:
    lines = [list_name(str(line)) for line in notice.facts.get("line_of_business", ())]
    later = notice.from_on is not None and notice.from_on > today
    return ShownNotice(
        id=notice.id,
        lines="; ".join(lines),
        facts=_facts(notice.facts),
        recipient=RECIPIENTS[notice.recipient],
        deadlines=[DeadlineLink(each, rule_address(each)) for each in notice.deadlines],
        says=[CONTENT[text] for text in notice.says],
        says_when=[
            (SITUATIONS[case], [CONTENT[text] for text in texts])
            for case, texts in notice.says_when.items()
        ],
        encloses=[
            (ENCLOSURES[paper], [CONTENT[text] for text in notice.form_says.get(paper, ())])
            for paper in notice.encloses
        ],
        source=notice.source,
        note=notice.note,
        mark=mark_of(notice.verified),
        checked_on=day_in_words(notice.checked_on),
        begins=day_in_words(notice.from_on) if later and notice.from_on else "",
    )


def _facts(facts: Mapping[str, Sequence[str | bool]]) -> list[str]:
    return [
        f"{fact_name(name)}: {fact_values(values)}"
        for name, values in facts.items()
        if name != "line_of_business"
    ]
