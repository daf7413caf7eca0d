"""One request as its practice sees it: where it stands, what is owed, what was decided and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from openmso.casework.appeals.appealable import can_be_appealed
from openmso.casework.prior_auth.conversation import asked_for as information_asked_for
from openmso.casework.prior_auth.conversation import messages_on, talks_on
from openmso.casework.prior_auth.domain.states import DECIDED, OPEN, Move, State, moves_from
from openmso.casework.prior_auth.glance import services_asked
from openmso.casework.prior_auth.models import AuthorizationRequest, PeerToPeer
from openmso.casework.prior_auth.queries import decisions_of, request_for
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, Paper
from openmso.channels.ui.presenters.status import StatusTag
from openmso.office.access.actor import Actor
from openmso.office.documents.queries import papers_received
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.deadlines import of_case

from ..due_times import badge_of
from ..states_in_words import state_in_words
from .conversation import Asked, Message, Talk, asked_shown, message_shown, talk_shown
from .facts import DecisionShown, decision_shown, facts_of, validity_of
from .papers import LetterLine, letters_shown, paper_shown

_SLOTS = (PeerToPeer.State.OFFERED, PeerToPeer.State.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """`due` are the duties we still have or had, each with its badge."""

    id: UUID
    number: str
    tag: StatusTag
    sentence: str
    holder: str
    due: Sequence[DeadlineBadge]
    asked: Sequence[Asked]
    talks: Sequence[Talk]
    facts: Sequence[Fact]
    validity: Sequence[Fact]
    decision: DecisionShown | None
    letters: Sequence[LetterLine]
    papers: Sequence[Paper]
    messages: Sequence[Message]
    may_add: bool
    may_withdraw: bool
    may_write: bool
    may_appeal: bool


def request_page(viewer: Actor, request_id: UUID, *, at: datetime) -> RequestPage:
    """Return the page of one request. Raises RequestNotFound. At most eight queries."""
    case = request_for(viewer, request_id)
    state, zone = State(case.state), tenant_by_id(case.tenant_id).zone
    services = services_asked(case.tenant_id, [case.id]).get(case.id, [])
    words = state_in_words(case.state, silence_means=case.silence_means)
    moves, is_open = moves_from(state), state in OPEN
    decisions = decisions_of(case) if state in DECIDED else []
    waiting = information_asked_for(case) if state is State.WAITING_FOR_INFORMATION else []
    return RequestPage(
        id=case.id,
        number=case.number,
        tag=words.tag,
        sentence=words.sentence,
        holder=words.holder,
        due=_due(case, at=at, zone=zone),
        asked=[asked_shown(one, zone) for one in waiting if one.answered_at is None],
        talks=[talk_shown(one, at=at, zone=zone) for one in talks_on(case) if one.state in _SLOTS]
        if is_open
        else [],
        facts=facts_of(case, services, zone),
        validity=validity_of(case, services),
        decision=decision_shown(decisions[0], zone) if decisions else None,
        letters=letters_shown(case, zone),
        papers=[
            paper_shown(one, case.id, zone) for one in papers_received(case.tenant_id, case.id)
        ],
        messages=[message_shown(one, zone) for one in messages_on(case)],
        may_add=Move.ADD_INFORMATION in moves,
        may_withdraw=Move.WITHDRAW in moves,
        may_write=True,
        may_appeal=can_be_appealed(case),
    )


def _due(case: AuthorizationRequest, *, at: datetime, zone: ZoneInfo) -> list[DeadlineBadge]:
    shown = sorted(
        (one for one in of_case(case.tenant_id, case.id) if one.closed_at is None),
        key=lambda one: (one.purpose, not one.governs, one.due_at),
    )
    return [
        badge_of(list(answers), at=at, zone=zone)
        for _, answers in groupby(shown, key=lambda one: one.purpose)
    ]
