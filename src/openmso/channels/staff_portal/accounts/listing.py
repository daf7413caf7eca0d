"""What the accounts page and the page of one account show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from allauth.mfa.models import Authenticator

from openmso.channels.ui.presenters.facts import Fact, TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.roles import ROLES, Role
from openmso.office.accounts.events import Event
from openmso.office.accounts.models import Invitation
from openmso.office.accounts.queries import MOST_ROWS, accounts_for, history_of, invitations_for
from openmso.office.timeline.models import CaseEvent
from openmso.roster.plans.models import Ipa
from openmso.roster.providers.queries import names_of_practices

EVERY_IPA = "every IPA"
ON, OFF = StatusTag("On", StatusTone.GOOD), StatusTag("Switched off", StatusTone.STOP)
STATES = {
    Invitation.State.PENDING: StatusTone.WAITING,
    Invitation.State.ACCEPTED: StatusTone.GOOD,
    Invitation.State.EXPIRED: StatusTone.STOP,
    Invitation.State.WITHDRAWN: StatusTone.QUIET,
}
_OPEN = {Invitation.State.PENDING, Invitation.State.EXPIRED}
_TOLD = {
    Event.OPENED: "Account opened, terms accepted",
    Event.SWITCHED_OFF: "Switched off",
    Event.SWITCHED_ON: "Switched on",
    Event.ROLE_CHANGED: "Work changed",
    Event.LANGUAGE_CHOSEN: "Language chosen",
    Event.REACH_CHANGED: "IPAs changed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRow:
    id: UUID
    email: str
    work: str
    practice: str
    state: StatusTag
    when: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    id: UUID
    name: str
    email: str
    work: str
    practice: str
    state: StatusTag


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsPage:
    """`more` tells that only the first rows are shown."""

    accounts: Sequence[AccountRow]
    invitations: Sequence[InvitationRow]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    id: UUID
    name: str
    is_on: bool
    is_own: bool
    facts: Sequence[Fact]
    history: Sequence[TimelineEntry]


def accounts_page(viewer: Actor, text: str, *, at: datetime, zone: ZoneInfo) -> AccountsPage:
    """Return the page; three queries."""
    accounts, invitations = accounts_for(viewer, text), invitations_for(viewer)
    named = [one.practice_id for one in accounts] + [one.practice_id for one in invitations]
    places = names_of_practices(viewer.tenant_id, (one for one in named if one))
    return AccountsPage(
        accounts=[_account_row(one, places) for one in accounts],
        invitations=[_invitation_row(one, places, at, zone) for one in invitations],
        more=len(accounts) == MOST_ROWS,
    )


def account_page(
    account: Account, ipas: Sequence[Ipa], *, viewer: Actor, zone: ZoneInfo
) -> AccountPage:
    """Return the page of one account of an office with these IPAs; three queries beside theirs."""
    places = names_of_practices(
        viewer.tenant_id, [account.practice_id] if account.practice_id else []
    )
    facts = [
        Fact(label="E-mail", value=account.email),
        Fact(label="Work", value=work_of(account.roles)),
        Fact(label="State", tag=ON if account.is_active else OFF),
        Fact(label="Second step", value=_second_step(account)),
    ]
    if account.area == "staff":
        seen = [ipa.name for ipa in ipas if ipa.id in account.ipa_ids]
        facts.insert(2, Fact(label="Sees cases of", value=", ".join(seen) or EVERY_IPA))
    if account.practice_id:
        facts.insert(2, Fact(label="Practice", value=places.get(account.practice_id, "")))
    return AccountPage(
        id=account.id,
        name=account.name,
        is_on=account.is_active,
        is_own=account.id == viewer.id,
        facts=facts,
        history=[_entry(event, zone) for event in history_of(account)],
    )


def work_of(roles: Iterable[str]) -> str:
    return ", ".join(ROLES[Role(role)].name for role in roles)


def _second_step(account: Account) -> str:
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    set_up = Authenticator.objects.filter(user=account, type__in=kinds).exists()
    return "Set up" if set_up else "Not set up yet"


def _account_row(account: Account, places: dict[UUID, str]) -> AccountRow:
    return AccountRow(
        id=account.id,
        name=account.name,
        email=account.email,
        work=work_of(account.roles),
        practice=places.get(account.practice_id, "") if account.practice_id else "",
        state=ON if account.is_active else OFF,
    )


def _invitation_row(
    invitation: Invitation, places: dict[UUID, str], at: datetime, zone: ZoneInfo
) -> InvitationRow:
    state = invitation.state(at)
    return InvitationRow(
        id=invitation.id,
        email=invitation.email,
        work=invitation.role_name,
        practice=places.get(invitation.practice_id, "") if invitation.practice_id else "",
        state=StatusTag(str(state.label), STATES[state]),
        when=_when(invitation, state, zone),
        is_open=state in _OPEN,
    )


def _when(invitation: Invitation, state: Invitation.State, zone: ZoneInfo) -> str:
    if state == Invitation.State.ACCEPTED and invitation.accepted_at:
        return f"accepted {staff_time(invitation.accepted_at, zone)}"
    if state == Invitation.State.WITHDRAWN and invitation.withdrawn_at:
        return f"withdrawn {staff_time(invitation.withdrawn_at, zone)}"
    until = staff_time(invitation.expires_at, zone)
    if state == Invitation.State.EXPIRED:
        return f"the link ended {until}"
    return f"the link works until {until}" if invitation.sent_at else "the mail is on its way"


def _entry(event: CaseEvent, zone: ZoneInfo) -> TimelineEntry:
    known = next((name for name in _TOLD if name.value == event.name), None)
    what = _TOLD[known] if known else event.name.replace("account.", "").replace("_", " ")
    return TimelineEntry(
        what=what.capitalize() if not known else what,
        when=staff_time(event.recorded_at, zone),
        when_iso=event.recorded_at.isoformat(),
        who=event.actor_name,
        details=_details(event),
    )


def _details(event: CaseEvent) -> list[str]:
    if event.name == Event.REACH_CHANGED:
        return [", ".join(event.details["ipas"]) or EVERY_IPA]
    if event.name == Event.ROLE_CHANGED:
        return [f"{work_of(event.details['before'])} → {work_of([event.details['role']])}"]
    return []
