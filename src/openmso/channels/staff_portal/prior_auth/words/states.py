"""States, outcomes and answers in the office's words, each with its tone."""

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.request import Channel, Timing
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.domain.triage import PointAnswer
from openmso.channels.ui.presenters.status import StatusTag, StatusTone

STATES: dict[str, StatusTag] = {
    State.RECEIVED: StatusTag("Received", StatusTone.NEW),
    State.WAITING_FOR_INFORMATION: StatusTag("Waiting for the office", StatusTone.WAITING),
    State.IN_REVIEW: StatusTag("In nurse review", StatusTone.WORKING),
    State.WITH_PHYSICIAN: StatusTag("With a physician", StatusTone.WORKING),
    State.APPROVED: StatusTag("Approved", StatusTone.GOOD),
    State.PARTLY_APPROVED: StatusTag("Approved in part", StatusTone.GOOD),
    State.DENIED: StatusTag("Denied", StatusTone.STOP),
    State.NOT_NEEDED: StatusTag("No authorization needed", StatusTone.GOOD),
    State.EXEMPT: StatusTag("Exempt: emergency", StatusTone.GOOD),
    State.NOT_ELIGIBLE: StatusTag("No coverage on the day", StatusTone.STOP),
    State.FORWARDED: StatusTag("With the health plan", StatusTone.QUIET),
    State.JOINED: StatusTag("Joined to another request", StatusTone.QUIET),
    State.WITHDRAWN: StatusTag("Withdrawn", StatusTone.QUIET),
}
ANSWERS: dict[str, StatusTag] = {
    PointAnswer.MET: StatusTag("Met", StatusTone.GOOD),
    PointAnswer.NOT_MET: StatusTag("Not met", StatusTone.STOP),
    PointAnswer.NO_INFORMATION: StatusTag("No information", StatusTone.WAITING),
}
NOT_ANSWERED = StatusTag("Not answered yet", StatusTone.QUIET)
CHANNELS: dict[str, str] = {
    Channel.PORTAL: "Provider portal",
    Channel.FAX: "Fax",
    Channel.PHONE: "Phone call",
    Channel.MAIL: "Mail",
    Channel.EMAIL: "E-mail",
    Channel.MEMBER: "Member portal",
}
TIMINGS: dict[str, str] = {
    Timing.PRE_SERVICE: "Before the service",
    Timing.CONCURRENT: "During the service",
    Timing.RETROSPECTIVE: "After the service",
}
GROUNDS: dict[str, str] = {
    Ground.MEDICAL_APPROPRIATENESS: "Not medically appropriate by the criterion",
    Ground.NOT_COVERED: "Not a covered benefit",
}
SILENCE: dict[str, str] = {
    "deemed_approved": "In law the request counts as approved.",
    "deemed_granted": "In law the request counts as granted.",
    "counts_as_denial": "In law the silence counts as a denial that the member may appeal now. "
    "The request still needs an answer.",
    "adverse_determination_appealable": "In law the silence is a decision that the member may "
    "appeal now. The request still needs an answer.",
    "delay_notice_owed": "A notice of delay is owed. The request still needs an answer.",
    "full_notice_and_appeal_rights": "The member is owed a full notice with appeal rights. The "
    "request still needs an answer.",
    "no_meaning_in_law": "No law gives this silence a meaning. The request still needs an answer.",
}


def quantity(number: float, unit: str) -> str:
    """Write "12 visits", "10 days", "2 studies"."""
    plural = "" if number == 1 or not unit or unit.endswith("s") else "s"
    if plural and unit.endswith("y") and unit[-2:-1] not in "aeiou":
        unit, plural = unit[:-1], "ies"
    return f"{number:g} {unit}{plural}".strip()
