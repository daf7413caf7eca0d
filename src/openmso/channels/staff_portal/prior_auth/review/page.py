"""The review page: everything about one case in words, from its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import override

from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.prior_auth.domain.states import DECIDED, OPEN, State
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.ways_on import ways_on_after
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, Paper, TimelineEntry
from openmso.channels.ui.presenters.remedies import ShownRemedy, shown_after_a_letter
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.tenants.queries import tenant_by_id

from ...letters.of_case import LetterLine, letter_line
from ..acts.offered import Act, acts_for
from ..case_file import CaseFile
from ..papers.words import paper
from ..talks.words import Talk, talk_of
from ..words.asked import case_facts, service_facts
from ..words.banners import Banner, case_banners, criteria_banners
from ..words.clocks import clock_badges
from ..words.history import timeline
from ..words.states import STATES
from .decision_card import DecisionCard, decision_card
from .points import PointCard, point_cards


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    who: str
    when: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    case: AuthorizationRequest
    state: StatusTag
    clocks: Sequence[tuple[str, DeadlineBadge]]
    banners: Sequence[Banner]
    facts: Sequence[Fact]
    services: Sequence[Fact]
    summary: str
    edition: str
    points: Sequence[PointCard]
    may_answer: bool
    papers: Sequence[Paper]
    messages: Sequence[MessageLine]
    may_write: bool
    talks: Sequence[Talk]
    decisions: Sequence[DecisionCard]
    asked_since: Sequence[tuple[str, str]]
    ways_on: Sequence[ShownRemedy]
    may_begin_review: bool
    letters: Sequence[LetterLine]
    history: Sequence[TimelineEntry]
    acts: Sequence[Act]


def case_page(file: CaseFile, *, viewer: Actor, at: datetime) -> CasePage:
    """Put the file into words for this viewer, as it stands at `at`."""
    case, zone = file.request, tenant_by_id(viewer.tenant_id).zone
    is_open = State(case.state) in OPEN
    return CasePage(
        case=case,
        state=STATES[case.state],
        clocks=clock_badges(file.deadlines, at=at, zone=zone),
        banners=[*case_banners(case, zone), *criteria_banners(file, viewer, at=at)],
        facts=case_facts(case, zone),
        services=service_facts(file),
        summary=case.clinical_summary,
        edition=str(case.criteria_edition) if case.criteria_edition else "",
        points=point_cards(file),
        may_answer=is_open and viewer.may(Permission.CRITERIA_REVIEW),
        papers=[paper(one, case, file.opened, zone) for one in file.documents],
        messages=[
            MessageLine(
                who=f"{one['author_name']} ({'practice' if one['from_practice'] else 'our desk'})",
                when=staff_time(datetime.fromisoformat(one["written_at"]), zone),
                text=one["text"],
            )
            for one in file.messages
        ],
        may_write=viewer.may(Permission.CASE_MESSAGE),
        talks=[talk_of(one, zone) for one in file.talks],
        decisions=[decision_card(one, case, zone) for one in file.decisions],
        asked_since=_asked_since(file),
        ways_on=_ways_on(file, at=at),
        may_begin_review=viewer.may(Permission.OUTSIDE_REVIEW_WORK),
        letters=[
            letter_line(
                letter.id,
                kind=letter.kind,
                reader=letter.reader,
                state=letter.get_state_display(),
            )
            for letter in file.letters
        ],
        history=timeline(reversed(file.history), zone=zone),
        acts=acts_for(file, viewer),
    )


def _asked_since(file: CaseFile) -> list[tuple[str, str]]:
    """Return the outside reviews and the appeals of this no, each with the address of its page."""
    reviews = [
        (
            f"{Forum(one['forum']).label} {one['number']}: {_plain(one['state'])}",
            reverse("staff:external_review_case", args=[one["id"]]),
        )
        for one in file.reviews
    ]
    appeals = [
        (
            f"Appeal {one['number']}: {_plain(one['state'])}",
            reverse("staff:appeal", args=[one["id"]]),
        )
        for one in file.appeals
    ]
    return [*reviews, *appeals]


def _plain(state: str) -> str:
    return state.replace("_", " ")


def _ways_on(file: CaseFile, *, at: datetime) -> Sequence[ShownRemedy]:
    """Say what the member may still do against the decision in force, in the desk's language.

    Once something was asked for, its own page says what is open after it.
    """
    case = file.request
    asked = file.appeals or file.reviews
    if State(case.state) not in DECIDED or not file.decisions or asked:
        return ()
    routed = ways_on_after(case, file.decisions[0], at=at)
    with override("en"):
        return shown_after_a_letter(routed) if routed else ()
