"""Where a request stands, in the words of a doctor's office: state, who has it, what comes next."""

from dataclasses import dataclass

from openmso.casework.prior_auth.domain.states import State
from openmso.channels.ui.presenters.status import StatusTag, StatusTone


@dataclass(frozen=True, slots=True)
class StateWords:
    """`holder` says who has the request now; empty when it is answered."""

    tag: StatusTag
    holder: str
    sentence: str


def _words(label: str, tone: StatusTone, holder: str, sentence: str) -> StateWords:
    return StateWords(StatusTag(label, tone), holder, sentence)


_STATES = {
    State.RECEIVED: _words(
        "Received", StatusTone.NEW, "Our intake desk", "We have it and are checking it."
    ),
    State.WAITING_FOR_INFORMATION: _words(
        "Waiting for you",
        StatusTone.WAITING,
        "Your office",
        "We asked you for something. The time for our answer keeps running unless its rule says "
        "otherwise.",
    ),
    State.IN_REVIEW: _words(
        "In review", StatusTone.WORKING, "A nurse", "A nurse compares it with the criteria."
    ),
    State.WITH_PHYSICIAN: _words(
        "With a physician", StatusTone.WORKING, "A physician reviewer", "A physician decides it."
    ),
    State.APPROVED: _words(
        "Approved", StatusTone.GOOD, "", "Everything you asked for is approved."
    ),
    State.PARTLY_APPROVED: _words(
        "Approved in part", StatusTone.GOOD, "", "A part of what you asked for is approved."
    ),
    State.DENIED: _words("Denied", StatusTone.STOP, "", "A physician denied this request."),
    State.NOT_NEEDED: _words(
        "No authorization needed",
        StatusTone.GOOD,
        "",
        "This service needs no authorization on that date. Keep the receipt number.",
    ),
    State.EXEMPT: _words(
        "Exempt: emergency",
        StatusTone.GOOD,
        "",
        "Emergency care never needs authorization. Keep the receipt number.",
    ),
    State.NOT_ELIGIBLE: _words(
        "Not covered on that date",
        StatusTone.QUIET,
        "",
        "We found no coverage with us on the date of service. This is not a denial. Check the "
        "date and the member's card.",
    ),
    State.FORWARDED: _words(
        "With the health plan",
        StatusTone.WORKING,
        "The health plan",
        "The health plan decides this one itself; we passed it on.",
    ),
    State.JOINED: _words(
        "Joined to another request",
        StatusTone.QUIET,
        "",
        "It asked for the same as another request; both are one case now.",
    ),
    State.WITHDRAWN: _words("Withdrawn", StatusTone.QUIET, "", "It was taken back."),
}
_SILENT = "The legal time for our answer has run out. We still owe you one."


def state_in_words(state: str, *, silence_means: str = "") -> StateWords:
    """Return the words for a state; `silence_means` is what the law made of a missed time."""
    words = _STATES[State(state)]
    if silence_means and state in _STILL_OPEN:
        return StateWords(words.tag, words.holder, _SILENT)
    return words


_STILL_OPEN = frozenset(
    {State.RECEIVED, State.WAITING_FOR_INFORMATION, State.IN_REVIEW, State.WITH_PHYSICIAN}
)

STATE_CHOICES: tuple[tuple[str, str], ...] = (
    ("", "All requests"),
    *((state.value, words.tag.words) for state, words in _STATES.items()),
)
