"""What each kind of case calls its states, its duties and the lines of its history."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.external_review.case_kind import EXTERNAL_REVIEW
from openmso.casework.fast_track.case_kind import FAST_TRACK
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.inpatient.admissions.case_kind import ADMISSION
from openmso.casework.inpatient.admissions.told import lines as told_of_stays
from openmso.casework.inpatient.post_stabilization.case_kind import POST_STABILIZATION
from openmso.casework.inpatient.post_stabilization.domain.states import State as Night
from openmso.casework.inpatient.post_stabilization.told import Line
from openmso.casework.inpatient.post_stabilization.told import lines as told_of_nights
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.channels.ui.presenters.care_that_ends import CARES
from openmso.channels.ui.presenters.care_that_ends import STATES as ENDINGS
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.stay import STATES as STAYS
from openmso.channels.ui.presenters.told_lines import entry_of
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.timeline.models import CaseEvent

from ..appeals import words as appeals
from ..external_review import page as reviews_page
from ..external_review import words as reviews
from ..fast_track import words as endings
from ..grievances import words as grievances
from ..prior_auth.words.clocks import PURPOSES
from ..prior_auth.words.history import timeline
from ..prior_auth.words.states import STATES

Tells = Callable[[Sequence[CaseEvent], ZoneInfo], Sequence[TimelineEntry]]
NOT_TOLD = StatusTag("Nobody here knew of it yet", StatusTone.QUIET)


def plainly(events: Sequence[CaseEvent], zone: ZoneInfo) -> list[TimelineEntry]:
    """Tell a history by the names of its lines, for a kind that has no words of its own here."""
    return [
        TimelineEntry(
            what=in_words(event.name.rpartition(".")[2]),
            when=staff_time(event.happened_at, zone),
            when_iso=event.happened_at.isoformat(timespec="seconds"),
            who=event.actor_name,
        )
        for event in events
    ]


def in_words(key: str) -> str:
    """Return a key as words: "tell_member" is "Tell member"."""
    return key.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one kind of case; what is not among them is said by its key."""

    states: Mapping[Any, StatusTag] = field(default_factory=dict)
    duties: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[Any, str] = field(default_factory=dict)
    history: Tells = plainly

    def state(self, key: str) -> StatusTag:
        if not key:
            return NOT_TOLD
        return self.states.get(key) or StatusTag(in_words(key), StatusTone.QUIET)


def _entries(lines: Sequence[Line], zone: ZoneInfo) -> list[TimelineEntry]:
    return [entry_of(line, zone) for line in lines]


_NIGHTS = {
    Night.ASKED: StatusTag("Waiting for our answer", StatusTone.WAITING),
    Night.APPROVED: StatusTag("Approved", StatusTone.GOOD),
    Night.DISAGREED: StatusTag("Our physician disagrees", StatusTone.WORKING),
    Night.PLAN_RESPONSIBLE: StatusTag("Nobody answered in time", StatusTone.STOP),
    Night.ENDED: StatusTag("Responsibility ended", StatusTone.QUIET),
    Night.NOT_OURS: StatusTag("Not our member", StatusTone.QUIET),
    Night.NEVER_ASKED: StatusTag("The hospital never asked", StatusTone.QUIET),
}
_OF: dict[str, Words] = {
    PRIOR_AUTH: Words(
        states=STATES,
        duties=PURPOSES,
        history=lambda events, zone: timeline(events, zone=zone),
    ),
    APPEAL: Words(states=appeals.STATES, duties=appeals.PURPOSES, history=appeals.story),
    GRIEVANCE: Words(
        states=grievances.STATES,
        duties=grievances.PURPOSES,
        answers=grievances.KINDS,
        history=lambda events, zone: appeals.story(events, zone, grievances.EVENTS),
    ),
    EXTERNAL_REVIEW: Words(
        states=reviews.STATES,
        duties=reviews_page.PURPOSES,
        answers=reviews.ANSWERS,
        history=reviews.entries,
    ),
    FAST_TRACK: Words(
        states=ENDINGS,
        duties=endings.DUTIES,
        answers={**CARES, **endings.WAYS, **endings.ANSWERS},
        history=endings.entries,
    ),
    ADMISSION: Words(
        states=STAYS,
        history=lambda events, zone: _entries(told_of_stays(events), zone),
    ),
    POST_STABILIZATION: Words(
        states=_NIGHTS,
        history=lambda events, zone: _entries(told_of_nights(events), zone),
    ),
}


def words_of(kind: str) -> Words:
    """Return the words of a kind of case."""
    return _OF.get(kind, Words())
