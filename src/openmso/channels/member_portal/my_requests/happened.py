"""What happened to a request, told to the member: who by title, never by name."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from openmso.casework.prior_auth.events import Event
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.words_for_time import member_date
from openmso.office.timeline.models import CaseEvent

# What is not here is our own housekeeping and tells a member nothing.
_TOLD: dict[str, Promise] = {
    Event.RECEIVED: _("Your doctor asked for this care."),
    Event.NOT_NEEDED: _("We said that you do not need our yes."),
    Event.EXEMPT: _("We said that this was an emergency. It needs no yes."),
    Event.NOT_COVERED_ON_DATE: _("We did not find your health plan for that day."),
    Event.FORWARDED: _("We sent it to your health plan."),
    Event.JOINED: _("We found that it was asked for twice."),
    Event.INFORMATION_ASKED: _("We asked your doctor’s office for more papers."),
    Event.INFORMATION_ADDED: _("More papers came."),
    Event.REVIEW_STARTED: _("A nurse began to look at it."),
    Event.SENT_TO_PHYSICIAN: _("The nurse gave it to one of our doctors."),
    Event.PEER_OFFERED: _("Our doctor asked to talk with your doctor."),
    Event.PEER_HELD: _("Our doctor called your doctor."),
    Event.EXTENDED: _("We took more time. We sent you a letter that says why."),
    Event.APPROVED: _("We said yes."),
    Event.PARTLY_APPROVED: _("One of our doctors said yes to a part of it."),
    Event.DENIED: _("One of our doctors said no."),
    Event.GRANTED_BY_LAW: _("We did not answer in time. So the law makes it a yes."),
    Event.OVERTURNED: _("The no was changed. It is now a yes."),
    Event.CARE_GIVEN: _("You got the care."),
    Event.TIME_RAN_OUT: _("The time for our answer ran out."),
    Event.WITHDRAWN: _("It was taken back."),
    Event.REOPENED: _("We opened it again to look once more."),
    Event.NOTIFIED_MEMBER: _("We sent you a letter."),
    Event.VALIDITY_CUT: _("The last day of our yes changed."),
}


def story(
    events: Iterable[CaseEvent], *, zone: ZoneInfo, asked_by: str, language: str
) -> list[TimelineEntry]:
    """Return the lines a member is told, in the order in which things happened.

    `asked_by` is empty where the member asked.
    """
    told = [event for event in events if event.name in _TOLD]
    told.sort(key=lambda event: event.happened_at)
    lines: list[TimelineEntry] = []
    for event in told:
        line = _line(event, _day(event, zone), asked_by, language)
        if not lines or (lines[-1].what, lines[-1].when) != (line.what, line.when):
            lines.append(line)
    return lines


def _line(event: CaseEvent, day: date, asked_by: str, language: str) -> TimelineEntry:
    return TimelineEntry(
        what=_now("You asked for this care.")
        if event.name == Event.RECEIVED and not asked_by
        else str(_TOLD[event.name]),
        when=member_date(day, language),
        when_iso=day.isoformat(),
        who=asked_by if event.name == Event.RECEIVED else _title(event),
    )


def _title(event: CaseEvent) -> str:
    if event.name in {Event.DENIED, Event.PARTLY_APPROVED}:
        return _now("a doctor who works for us")
    if event.name == Event.APPROVED:
        by_person = event.actor_kind == "person" and not event.details.get("basis", "").startswith(
            "Approved by rule"
        )
        return _now("our review team") if by_person else _now("right away, by a set rule")
    return ""


def _day(event: CaseEvent, zone: ZoneInfo) -> date:
    return event.happened_at.astimezone(zone).date()
