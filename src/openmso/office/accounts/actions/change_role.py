"""A person's work changes, and with it what they may do."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role
from openmso.office.timeline.action import action, record

from ..account_line import AccountLine
from ..domain.reach import roles_beside
from ..events import Event
from ..steps.end_sessions import end_sessions
from ..steps.locking import account_to_change


@action
def change_role(account_id: UUID, *, role: Role, by: Actor, at: datetime) -> Account:
    """Give an account `role` in place of what it had; the person signs in anew.

    Raises AccountNotFound, and NotAllowed for one's own account and for a role of another part
    of the house (our staff, a practice, a member).
    """
    by.require(Permission.ACCOUNT_MANAGE)
    if by.id == account_id:
        raise NotAllowed("Nobody changes their own role. Ask another administrator.")
    account = account_to_change(account_id, by=by)
    if role not in roles_beside(account.roles):
        raise NotAllowed(f"This account cannot become {ROLES[role].name.lower()}.")
    before, account.roles = account.roles, [role.value]
    account.save(update_fields=["roles"])
    end_sessions(account)
    record(
        AccountLine.of(account), Event.ROLE_CHANGED, by=by, at=at, before=before, role=role.value
    )
    return account
