"""Somebody is let into one case outside their IPAs, to read it, for a short time."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.disclosures.models import Disclosure
from openmso.office.law import office_calendar
from openmso.office.timeline.action import Recorded, action, record
from openmso.standards.calendars.counting import due_after
from openmso.standards.calendars.spans import Span

from ..events import Event
from ..models import EmergencyAccess, Reason

FEWEST_LETTERS = 15
WAY = "emergency access"


class SayWhy(ValueError):
    """The reason is not one, or has no story to it. The sentence is written for the person."""


class AboutAMember(Recorded, Protocol):
    """A case with a number and a member."""

    @property
    def number(self) -> str: ...
    @property
    def member_id(self) -> UUID: ...


@action
def open_in_emergency(
    case: AboutAMember,
    *,
    reason: str,
    words: str,
    holds_for: timedelta,
    review_within: Span,
    by: Actor,
    at: datetime,
) -> EmergencyAccess:
    """Let `by` read `case` until `at + holds_for`; privacy staff hear of it at once.

    It is told on the case's timeline and in the disclosure ledger of the member. Whether the case
    lies outside the person's IPAs is the caller's to look at. Raises NotAllowed, SayWhy.
    """
    by.require(Permission.EMERGENCY_ACCESS)
    if by.id is None or not by.is_person:
        raise NotAllowed("Only a person can have an emergency.")
    why = _why(reason, words)
    access = EmergencyAccess.objects.create(
        tenant_id=by.tenant_id,
        account_id=by.id,
        account_name=by.name,
        about_kind=case.case_kind,
        about_id=case.id,
        about_number=case.number,
        member_id=case.member_id,
        reason=reason,
        words=words.strip(),
        opened_at=at,
        until_at=at + holds_for,
        review_due_at=due_after(review_within, at, office_calendar(by.tenant_id)),
    )
    _tell_the_ledger(access, by)
    until = access.until_at.isoformat()
    record(case, Event.OPENED, by=by, at=at, why=why, until=until, access=str(access.id))
    return access


def _why(reason: str, words: str) -> str:
    if reason not in Reason.values:
        raise SayWhy("Choose one of the reasons.")
    if len(words.strip()) < FEWEST_LETTERS:
        raise SayWhy("Tell in a sentence what has happened. Somebody will read it.")
    return f"{Reason(reason).label}: {words.strip()}"


def _tell_the_ledger(access: EmergencyAccess, by: Actor) -> None:
    Disclosure.objects.create(
        tenant_id=access.tenant_id,
        about_member_id=access.member_id,
        case_kind=access.about_kind,
        case_id=access.about_id,
        what=f"case {access.about_number}",
        purpose=access.reason,
        receiver_kind="staff",
        receiver_id=by.id,
        receiver_name=by.name,
        way=WAY,
        at=access.opened_at,
    )
