"""Colleagues and invitations of one practice, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.roles import ROLES, Role
from openmso.office.accounts.models import Invitation
from openmso.office.accounts.queries import accounts_for, invitations_for

_TONES = {
    Invitation.State.PENDING: StatusTone.WAITING,
    Invitation.State.EXPIRED: StatusTone.STOP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    name: str
    email: str
    work: str
    state: StatusTag


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvitation:
    id: UUID
    email: str
    state: StatusTag
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleaguesPage:
    colleagues: Sequence[Colleague]
    invitations: Sequence[OpenInvitation]


def colleagues_page(viewer: Actor, *, at: datetime, zone: ZoneInfo) -> ColleaguesPage:
    """Return who has an account and who was asked and has none yet; two queries."""
    return ColleaguesPage(
        colleagues=[
            Colleague(
                name=account.name,
                email=account.email,
                work=", ".join(ROLES[Role(role)].name for role in account.roles),
                state=StatusTag("On", StatusTone.GOOD)
                if account.is_active
                else StatusTag("Switched off", StatusTone.STOP),
            )
            for account in accounts_for(viewer)
        ],
        invitations=[
            OpenInvitation(
                id=one.id,
                email=one.email,
                state=StatusTag(str(one.state(at).label), _TONES[one.state(at)]),
                until=staff_time(one.expires_at, zone),
            )
            for one in invitations_for(viewer)
            if one.state(at) in _TONES
        ],
    )
