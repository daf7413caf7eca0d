"""Care that ends and its states, in the office's words."""

from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.states import State

from .status import StatusTag, StatusTone

CARES = {
    Care.HOSPITAL_STAY: "Hospital stay",
    Care.NURSING_FACILITY: "Skilled nursing facility",
    Care.HOME_HEALTH: "Home health care",
    Care.REHABILITATION_FACILITY: "Outpatient rehabilitation facility (CORF)",
}
STATES = {
    State.ANNOUNCED: StatusTag("End announced", StatusTone.NEW),
    State.ASKED: StatusTag("Member asked the QIO", StatusTone.WAITING),
    State.REASONS_DUE: StatusTag("Our papers are due", StatusTone.WORKING),
    State.WITH_QIO: StatusTag("With the QIO", StatusTone.WAITING),
    State.WITH_PLAN: StatusTag("Goes to the fast appeal", StatusTone.WORKING),
    State.STANDS: StatusTag("The end stands", StatusTone.STOP),
    State.ASKED_AGAIN: StatusTag("Second look asked for", StatusTone.WAITING),
    State.GOES_ON: StatusTag("Care goes on", StatusTone.GOOD),
    State.TAKEN_BACK: StatusTag("End taken back", StatusTone.GOOD),
    State.WITHDRAWN: StatusTag("Request taken back", StatusTone.QUIET),
    State.CLOSED: StatusTag("Closed", StatusTone.QUIET),
}
