"""The words of case management as staff read them."""

from openmso.care.case_management.domain.continuity import GoesOn
from openmso.care.case_management.domain.cover import What
from openmso.care.case_management.domain.daily_status import Condition
from openmso.care.case_management.domain.states import (
    Closing,
    ContactOutcome,
    ContactWay,
    ContactWith,
    GoalState,
    Source,
    TaskOutcome,
)
from openmso.care.case_management.events import Event
from openmso.office.letters import events as letters
from openmso.office.outbound import events as gate

Choices = list[tuple[str, str]]

CONDITIONS: Choices = [
    (Condition.BETTER, "Better"),
    (Condition.SAME, "The same"),
    (Condition.WORSE, "Worse"),
    (Condition.NOT_KNOWN, "Not known: nobody was reached"),
]
WAYS: Choices = [
    (ContactWay.PHONE, "Telephone"),
    (ContactWay.VISIT, "Visit"),
    (ContactWay.VIDEO, "Video"),
    (ContactWay.LETTER, "Letter"),
]
WITH_WHOM: Choices = [
    (ContactWith.MEMBER, "The member"),
    (ContactWith.FAMILY, "Family or helper"),
    (ContactWith.PRACTICE, "Practice"),
    (ContactWith.HOSPITAL, "Hospital"),
    (ContactWith.PLAN, "Health plan"),
    (ContactWith.SOMEBODY_ELSE, "Somebody else"),
]
OUTCOMES: Choices = [
    (ContactOutcome.TALKED, "We talked"),
    (ContactOutcome.LEFT_WORD, "Left word"),
    (ContactOutcome.NOT_REACHED, "Nobody was reached"),
    (ContactOutcome.DECLINED, "They did not want to talk"),
]
TASK_OUTCOMES: Choices = [
    (TaskOutcome.DONE, "Done"),
    (TaskOutcome.NOT_NEEDED, "No longer needed"),
    (TaskOutcome.NOT_POSSIBLE, "Not possible: say why"),
]
CLOSINGS: Choices = [
    (Closing.GOALS_REACHED, "The goals are reached"),
    (Closing.DECLINED, "The member does not want it"),
    (Closing.HANDED_OVER, "Handed over: say to whom"),
    (Closing.NOT_COVERED, "No plan covers the member with us any longer"),
    (Closing.DIED, "The member has died"),
]
SOURCES: Choices = [
    (Source.VISIT, "A visit"),
    (Source.DISCHARGE, "A discharge from a hospital"),
]
GOALS: Choices = [(GoalState.REACHED, "Reached"), (GoalState.GIVEN_UP, "Given up")]

WHAT_CHANGED = {What.PLAN: "plan", What.IPA: "IPA", What.PCP: "PCP"}
GOES_ON = {
    GoesOn.AS_BEFORE: "Goes on as before",
    GoesOn.FOR_A_TIME: "Goes on for a time",
    GoesOn.A_PERSON_DECIDES: "Goes on until a person decides",
}
HAPPENED = {
    Event.OPENED: "Case opened",
    Event.CLOSED: "Case closed",
    Event.HANDED_OVER: "Handed over",
    Event.FLAGGED: "Flag set: complex or serious condition",
    Event.FLAG_ENDED: "Flag taken off",
    Event.STATUS: "Daily status written",
    Event.TASK_ADDED: "Task added",
    Event.TASK_ENDED: "Task ended",
    Event.CONTACT: "Contact",
    Event.PLAN_WRITTEN: "Care plan written and sent to the member",
    Event.GOAL_SET: "Goal set",
    Event.GOAL_SETTLED: "Goal ended",
    Event.COMMENTED: "Comment on the plan",
    Event.INSTRUCTED: "Instructions sent to the member",
    Event.ACCESS_GIVEN: "Standing access to a specialist",
    Event.TREATMENT_ADDED: "Treatment under way noted",
    Event.TREATMENT_ENDED: "Treatment over",
    Event.CONTINUITY: "Continuity of care written down",
    Event.CONTINUITY_KNOWN: "Cover looked at; nothing new",
    letters.ORDERED: "Letter ordered",
    letters.PRINTED: "Letter printed",
    gate.SENT: "Letter sent",
    gate.FAILED: "Letter could not be sent yet",
    "worklist.assigned": "Taken on",
}


def said(choices: Choices, value: str) -> str:
    """Return the words for a value of one of the lists above."""
    return next(words for key, words in choices if key == value)
