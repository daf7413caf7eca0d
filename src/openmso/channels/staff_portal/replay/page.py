"""A case as it stood, as a page shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.http import urlencode

from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, Paper, TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.office.documents.models import Document
from openmso.office.law import rulebook
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.timeline.replay import Value
from openmso.oversight.replay.domain.minutes import Steps
from openmso.oversight.replay.replaying import Replayed
from openmso.roster.eligibility.models import CoverageSpan

from ..prior_auth.papers.words import kind_word, pages_word, size_words
from ..prior_auth.words.clocks import clock_badges
from .words import Words, in_words, words_of

_KNOWN_COVERED = "covers the day of this care"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A way to another minute; `key` is what scripts know it by. `href` "": there is none."""

    key: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    who: str
    what: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayPage:
    when: str
    place: str
    steps: Sequence[Step]
    state: StatusTag
    known: bool
    clocks: Sequence[tuple[str, DeadlineBadge]]
    editions: str
    told: Sequence[Fact]
    coverage: Sequence[Fact]
    papers: Sequence[Paper]
    looks: Sequence[Look]
    history: Sequence[TimelineEntry]
    not_told: Sequence[str]


def replay_page(found: Replayed, kind: str, *, zone: ZoneInfo) -> ReplayPage:
    """Present a case as it stood. No query."""
    words, stood = words_of(kind), found.stood
    titles = {str(paper.id): paper.title for paper in found.papers}
    return ReplayPage(
        when=staff_time(found.minute, zone),
        place=_place(found.steps),
        steps=_steps(found.steps),
        state=words.state(stood.state),
        known=bool(stood.state),
        clocks=clock_badges(stood.deadlines, at=found.at, zone=zone, duties=words.duties),
        editions=_editions(stood.deadlines),
        told=_told(found, words, zone),
        coverage=[_span(one, stood.covered_on, zone) for one in found.coverage],
        papers=[_paper(one, zone) for one in found.papers],
        looks=[_look(one, titles, zone) for one in found.looks],
        history=words.history(found.events, zone),
        not_told=found.not_told,
    )


def address_of(minute: datetime) -> str:
    """Return the part of an address that names a minute; its offset keeps it whole in autumn."""
    return f"?{urlencode({'at': minute.isoformat(timespec='minutes')})}"


def _place(steps: Steps | None) -> str:
    if steps is None:
        return "No history."
    return f"{steps.place} of {steps.of} minutes in which something was recorded."


def _steps(steps: Steps | None) -> list[Step]:
    if steps is None:
        return []
    ways = (
        ("first", "First", steps.first),
        ("previous", "Previous event", steps.previous),
        ("next", "Next event", steps.next),
        ("last", "Last", steps.last),
    )
    return [
        Step(key=key, label=label, href=address_of(to) if to else "") for key, label, to in ways
    ]


def _told(found: Replayed, words: Words, zone: ZoneInfo) -> list[Fact]:
    told = [(label, _said(value, zone)) for label, value in found.stood.told]
    facts = [Fact(label=label, value=words.answers.get(value, value)) for label, value in told]
    if found.stood.criteria:
        facts.append(Fact(label="Criteria, edition", value=found.stood.criteria))
    return facts


def _said(value: Value, zone: ZoneInfo) -> str:
    if isinstance(value, datetime):
        return staff_time(value, zone)
    return staff_date(value) if isinstance(value, date) else value


def _editions(deadlines: Iterable[Deadline]) -> str:
    """Say with which edition of the rulebook the due times were computed."""
    used = sorted({one.edition for one in deadlines})
    if not used:
        return ""
    today = rulebook().edition
    said = f"Computed with the rulebook of edition {', '.join(used)}."
    if used == [today]:
        return f"{said} That is today's."
    return f"{said} Today's is {today}; the rules themselves are dated."


def _span(one: CoverageSpan, on: date | None, zone: ZoneInfo) -> Fact:
    until = staff_last_day(one.until_on) if one.until_on else "open"
    covers = on is not None and one.from_on <= on and (one.until_on is None or on < one.until_on)
    known = f"known since {staff_time(one.known_from, zone)}, from {one.source}"
    return Fact(
        label=f"{one.plan.name}, {one.ipa.name}",
        value=f"{staff_date(one.from_on)} to {until}",
        below=f"{known}; {_KNOWN_COVERED}" if covers else known,
    )


def _paper(document: Document, zone: ZoneInfo) -> Paper:
    return Paper(
        name=document.title,
        kind=f"{kind_word(document)} · {document.get_source_display()}",
        received=staff_time(document.received_at, zone),
        pages=pages_word(document.pages),
        size=size_words(document.size),
        scan=f"on the case since {staff_time(document.recorded_at, zone)}",
        scan_ok=True,
    )


def _look(event: CaseEvent, titles: dict[str, str], zone: ZoneInfo) -> Look:
    paper = titles.get(str(event.details.get("document", "")), "")
    what = in_words(event.name.rpartition(".")[2])
    return Look(
        who=event.actor_name,
        what=f"{what}: {paper}" if paper else what,
        when=staff_time(event.recorded_at, zone),
    )
