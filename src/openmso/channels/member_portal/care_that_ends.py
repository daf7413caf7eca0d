"""Care that comes to an end, told to its member in one line: where it stands, and what to do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from openmso.casework.fast_track.domain.asking import last_moment_to_ask
from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.states import State
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.fast_track.queries import cases_of_member
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters.wording.speech import SPEECHES
from openmso.office.tenants.queries import tenant_by_id

_CARES: dict[Care, Promise] = {
    Care.HOSPITAL_STAY: _("Stay in the hospital"),
    Care.NURSING_FACILITY: _("Care in a nursing home"),
    Care.HOME_HEALTH: _("Care at home"),
    Care.REHABILITATION_FACILITY: _("Care in a therapy center"),
}
_ENDS, _LOOKS, _ON = _("It will end"), _("They look at it now"), _("Your care goes on")
_TAGS: dict[State, tuple[Promise, StatusTone]] = {
    State.ANNOUNCED: (_ENDS, StatusTone.NEW),
    State.ASKED: (_LOOKS, StatusTone.WAITING),
    State.REASONS_DUE: (_LOOKS, StatusTone.WAITING),
    State.WITH_QIO: (_LOOKS, StatusTone.WAITING),
    State.WITH_PLAN: (_("Your plan looks at it"), StatusTone.WAITING),
    State.STANDS: (_("The end stands"), StatusTone.STOP),
    State.ASKED_AGAIN: (_("They look at it again"), StatusTone.WAITING),
    State.GOES_ON: (_ON, StatusTone.GOOD),
    State.TAKEN_BACK: (_ON, StatusTone.GOOD),
    State.WITHDRAWN: (_("You took it back"), StatusTone.QUIET),
    State.CLOSED: (_("It is over"), StatusTone.QUIET),
}
_ASKED = _(
    "You asked Medicare’s review group (the QIO) to look at it. It will call or write to you."
)
_SENTENCES: dict[State, Promise] = {
    State.ASKED: _ASKED,
    State.REASONS_DUE: _ASKED,
    State.WITH_QIO: _ASKED,
    State.WITH_PLAN: _(
        "You asked too late for the review group. So your plan will look at it fast."
    ),
    State.ASKED_AGAIN: _("You asked Medicare’s review group (the QIO) to look at it again."),
    State.GOES_ON: _("Medicare’s review group (the QIO) says that your care must go on."),
    State.TAKEN_BACK: _("Your care does not end. If it ends later, you get a new paper."),
    State.WITHDRAWN: _("You do not want the review group to look at it any more."),
    State.CLOSED: _("There is nothing more to do here."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MyEnding:
    """One announced end. `ends` names the last day, `sentence` says where it stands."""

    number: str
    care: str
    tag: StatusTag
    ends: str
    sentence: str


def my_endings(viewer: Actor, *, language: str) -> list[MyEnding]:
    """Return the announced ends of the viewer's own care, the newest first. One query."""
    if viewer.member_id is None:
        return []
    found = cases_of_member(viewer, viewer.member_id)
    return [_told(one, language) for one in found]


def _told(case: FastTrackCase, language: str) -> MyEnding:
    state = State(case.state)
    words, tone = _TAGS[state]
    day = member_date(case.ends_on, language)
    return MyEnding(
        number=case.number,
        care=str(_CARES[Care(case.care)]),
        tag=StatusTag(str(words), tone),
        ends=_now("Planned last day: %(day)s.") % {"day": day},
        sentence=_sentence(case, state, language),
    )


def _sentence(case: FastTrackCase, state: State, language: str) -> str:
    zone = tenant_by_id(case.tenant_id).time_zone
    if state is State.ANNOUNCED:
        office = office_calendar(case.tenant_id)
        until, _rule = last_moment_to_ask(case.end, rulebook(), office)
        when = SPEECHES[language].moment(until, zone)
        return _now(
            "Is this too soon? Call Medicare’s review group (the QIO) by %(when)s. Its number is on"
            " the paper you got. Did that time pass? Then call us."
        ) % {"when": when}
    if state is State.STANDS and case.covered_until is not None:
        when = SPEECHES[language].moment(case.covered_until, zone)
        return _now(
            "Medicare’s review group (the QIO) agrees with the end. Your plan pays until %(when)s."
            " You can ask the group to look again."
        ) % {"when": when}
    return str(_SENTENCES[state])
