"""Where a request stands, in plain words: short sentences, no jargon, a next step."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openmso.casework.prior_auth.domain.states import State
from openmso.channels.ui.presenters.status import StatusTag, StatusTone


@dataclass(frozen=True, slots=True)
class PlainState:
    label: Promise
    tone: StatusTone
    sentence: Promise

    @property
    def tag(self) -> StatusTag:
        return StatusTag(str(self.label), self.tone)


_STATES = {
    State.RECEIVED: PlainState(
        _("We have it"), StatusTone.NEW, _("We got the request. We are checking it now.")
    ),
    State.WAITING_FOR_INFORMATION: PlainState(
        _("We asked for papers"),
        StatusTone.WAITING,
        _("We asked your doctor’s office for more papers. You do not have to do anything."),
    ),
    State.IN_REVIEW: PlainState(
        _("We are looking at it"), StatusTone.WORKING, _("A nurse is looking at it now.")
    ),
    State.WITH_PHYSICIAN: PlainState(
        _("A doctor looks at it"), StatusTone.WORKING, _("One of our doctors is looking at it now.")
    ),
    State.APPROVED: PlainState(_("Yes"), StatusTone.GOOD, _("We said yes. You can get this care.")),
    State.PARTLY_APPROVED: PlainState(
        _("Yes to a part"),
        StatusTone.GOOD,
        _("We said yes to a part of it. You can ask us to change the rest."),
    ),
    State.DENIED: PlainState(
        _("No"), StatusTone.STOP, _("We said no. You can ask us to change this.")
    ),
    State.NOT_NEEDED: PlainState(
        _("You may go"), StatusTone.GOOD, _("You can get this care. You do not need our yes.")
    ),
    State.EXEMPT: PlainState(
        _("You may go"), StatusTone.GOOD, _("Care in an emergency never needs our yes.")
    ),
    State.NOT_ELIGIBLE: PlainState(
        _("No plan found"),
        StatusTone.QUIET,
        _("We did not find your health plan for that day. This is not a no. Call us."),
    ),
    State.FORWARDED: PlainState(
        _("Your plan decides"),
        StatusTone.WORKING,
        _("Your health plan answers this one. We sent it to them."),
    ),
    State.JOINED: PlainState(
        _("Now one request"),
        StatusTone.QUIET,
        _("It was asked for twice. We made one request of both."),
    ),
    State.WITHDRAWN: PlainState(
        _("Taken back"),
        StatusTone.QUIET,
        _("It was taken back. If you still need the care, talk with your doctor."),
    ),
}


def plain_state(state: str) -> PlainState:
    """Return the words for a state, in the language of the page."""
    return _STATES[State(state)]
