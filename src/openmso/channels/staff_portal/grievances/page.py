"""One grievance on one page, and the rows of the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.appeals.domain.types import Authority
from openmso.casework.grievances.domain.answering import Finding
from openmso.casework.grievances.domain.states import OPEN, State
from openmso.casework.grievances.domain.types import FiledBy, Kind, categories, line_row
from openmso.casework.grievances.models import Grievance, GrievanceAnswer
from openmso.casework.grievances.queries import answers_of
from openmso.casework.grievances.ways_on import ways_on
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, TimelineEntry, facts_of
from openmso.channels.ui.presenters.line_of_business import line_in_words
from openmso.channels.ui.presenters.remedies import ShownRemedy, shown_after_a_letter
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.queries import history

from ..appeals.words import AUTHORITIES, CHANNELS, badges, story
from .late import happened_too_long_ago
from .words import EVENTS, FILED_BY, FINDINGS, KINDS, PURPOSES, STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class GrievancePage:
    state: StatusTag
    clocks: Sequence[tuple[str, DeadlineBadge]]
    banners: Sequence[str]
    facts: Sequence[Fact]
    answer: Sequence[Fact]
    ways_on: Sequence[ShownRemedy]
    history: Sequence[TimelineEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list."""

    number: str
    href: str
    member: str
    about: str
    kind: str
    state: StatusTag
    received: str
    handler: str


def row_of(grievance: Grievance, zone: ZoneInfo) -> Row:
    """Put one grievance of the list into words; nothing says whom it is about."""
    member = grievance.member
    return Row(
        number=grievance.number,
        href=reverse("staff:grievance", args=[grievance.id]),
        member=f"{member.family_name}, {member.given_name}",
        about=categories()[grievance.category].en,
        kind=KINDS[Kind(grievance.kind)],
        state=STATES[State(grievance.state)],
        received=staff_time(grievance.received_at, zone),
        handler=grievance.handler.name if grievance.handler else "",
    )


def grievance_page(grievance: Grievance, *, at: datetime, zone: ZoneInfo) -> GrievancePage:
    """Read and present a grievance. Three queries beside the grievance's own."""
    answer = answers_of([grievance]).get(grievance.id)
    return GrievancePage(
        state=STATES[State(grievance.state)],
        clocks=badges(
            of_case(grievance.tenant_id, grievance.id), at=at, zone=zone, purposes=PURPOSES
        ),
        banners=_banners(grievance, zone),
        facts=_facts(grievance, zone),
        answer=_answer(answer, zone),
        ways_on=shown_after_a_letter(ways_on(grievance, at=at)),
        history=story(history(grievance.tenant_id, grievance.id), zone, EVENTS),
    )


def _banners(grievance: Grievance, zone: ZoneInfo) -> list[str]:
    found = []
    still_open = grievance.state in OPEN
    if still_open and grievance.about_a_decision:
        found.append(
            "It disputes a decision on coverage or care. Is it an appeal? If so, make it one: the "
            "first receipt still counts."
        )
    if still_open and grievance.authority == Authority.PENDING:
        found.append("The paper that lets this person speak for the member is missing.")
    if still_open and grievance.exempt_until_at is not None:
        until = staff_time(grievance.exempt_until_at, zone)
        found.append(
            f"It was to be solved at once by {until} and was not. It is a standard grievance with "
            "the time of its first receipt."
        )
    if grievance.late_at is not None:
        found.append(
            f"Nobody answered by {staff_time(grievance.late_at, zone)}. We still owe the answer; "
            "what the member can do meanwhile stands below."
        )
    if grievance.kind == Kind.EXPEDITED and line_row(grievance.line_of_business).regulator_told:
        found.append(
            "Urgent: tell the member now that the regulator's help line is open at once, and send "
            "the regulator our answer as well. Source: HSC 1368.01(b)."
        )
    if late := happened_too_long_ago(grievance):
        found.append(late)
    return found


def _facts(grievance: Grievance, zone: ZoneInfo) -> list[Fact]:
    who = f"{grievance.filed_by_name} ({FILED_BY[FiledBy(grievance.filed_by)]})"
    came_by = CHANNELS[Channel(grievance.channel)]
    about = grievance.about_account.name if grievance.about_account else grievance.about
    pairs = (
        ("Kind", KINDS[Kind(grievance.kind)]),
        ("Why of this kind", grievance.kind_why),
        ("Why a grievance", grievance.type_reason),
        ("About", categories()[grievance.category].en),
        ("Whom or what", about),
        ("Clinical", "yes" if grievance.clinical or grievance.quality_of_care else ""),
        ("Quality of care", "yes" if grievance.quality_of_care else ""),
        ("Member", grievance.member.full_name),
        ("Health plan", grievance.plan.name if grievance.plan else ""),
        ("Line of business", line_in_words(grievance.line_of_business)),
        ("Told by", who),
        ("May they speak?", AUTHORITIES[Authority(grievance.authority)]),
        ("Reached us", f"{staff_time(grievance.received_at, zone)}, {came_by}"),
        ("Happened", staff_date(grievance.happened_on) if grievance.happened_on else ""),
        ("Why fast", grievance.fast_because),
        ("Lies with", grievance.handler.name if grievance.handler else ""),
        ("Closed", grievance.closed_why),
    )
    return facts_of(pairs)


def _answer(answer: GrievanceAnswer | None, zone: ZoneInfo) -> list[Fact]:
    if answer is None:
        return []
    pairs = (
        ("Answered by", f"{answer.answered_by_name}, {staff_time(answer.answered_at, zone)}"),
        ("Found", FINDINGS[Finding(answer.finding)]),
        ("For the member" if not answer.at_once else "What was done", answer.plain),
        ("In Spanish", answer.plain_es),
        ("For the file", answer.internal),
    )
    return facts_of(pairs)
