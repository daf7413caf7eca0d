"""What grievances are called on the staff's pages."""

from openmso.casework.grievances.domain.answering import Finding
from openmso.casework.grievances.domain.deadlines import ACKNOWLEDGE, ANSWER
from openmso.casework.grievances.domain.states import State
from openmso.casework.grievances.domain.types import FastGround, FiledBy, Kind
from openmso.casework.grievances.events import Event
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.office.outbound import events as gate

STATES = {
    State.OPEN: StatusTag("Nobody has it yet", StatusTone.WAITING),
    State.IN_WORK: StatusTag("Somebody works on it", StatusTone.WORKING),
    State.ANSWERED: StatusTag("Answered", StatusTone.GOOD),
    State.SOLVED: StatusTag("Solved at once", StatusTone.GOOD),
    State.WITHDRAWN: StatusTag("Taken back", StatusTone.QUIET),
    State.DISMISSED: StatusTag("Dismissed", StatusTone.QUIET),
    State.BECAME_APPEAL: StatusTag("Goes on as an appeal", StatusTone.QUIET),
}
KINDS = {
    Kind.EXEMPT: "Exempt: solved at once, no letter",
    Kind.STANDARD: "Standard",
    Kind.EXPEDITED: "Fast",
}
FILED_BY = {
    FiledBy.MEMBER: "Member",
    FiledBy.REPRESENTATIVE: "Representative",
    FiledBy.PROVIDER: "Doctor or practice",
}
GROUNDS = {
    FastGround.SERIOUS_HARM: "Waiting could seriously harm life, health or the ability to recover",
    FastGround.OUR_TIME: "It is about more time that we took, or our refusal to go fast",
}
FINDINGS = {
    Finding.RIGHT: "The member is right",
    Finding.PARTLY: "The member is right in part",
    Finding.NOT_FOUND: "Nothing went wrong that we could find",
}
PURPOSES = {ANSWER: "Answer the grievance", ACKNOWLEDGE: "Confirm that it arrived"}
EVENTS: dict[str, str] = {
    Event.FILED: "Grievance filed",
    Event.SENT_AGAIN: "The same form came once more",
    Event.NO_CLOCK: "No rule gives a time yet",
    Event.AUTHORITY_SHOWN: "The paper arrived",
    Event.KIND_CHANGED: "Its kind changed; the first receipt still counts",
    Event.MARKED: "Marked as clinical",
    Event.GIVEN: "Given to a colleague",
    Event.EXTENDED: "More time taken",
    Event.SOLVED: "Solved at once and logged",
    Event.ANSWERED: "Answered",
    Event.WITHDRAWN: "Taken back",
    Event.DISMISSED: "Dismissed",
    Event.REOPENED: "Opened again",
    Event.BECAME_APPEAL: "Found to be an appeal",
    Event.TIME_RAN_OUT: "Time for the answer ran out",
    "letter.ordered": "Letter ordered",
    gate.SENT: "Letter sent",
    gate.PUBLISHED: "Letter put into the portal",
}
"""What is not here is our own housekeeping."""
