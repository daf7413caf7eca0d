"""An account is switched off, and on again. Nobody does it to their own."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..account_line import AccountLine
from ..events import Event
from ..steps.end_sessions import end_sessions
from ..steps.locking import account_to_change


class NothingToSwitch(ValueError):
    """The account is already as it should become. The sentence is written for the person."""


@action
def switch_off(account_id: UUID, *, by: Actor, at: datetime) -> Account:
    """Close an account; its sessions end at once. Raises as `_switched` does."""
    account = _switched(account_id, to=False, by=by)
    record(
        AccountLine.of(account), Event.SWITCHED_OFF, by=by, at=at, sessions=end_sessions(account)
    )
    return account


@action
def switch_on(account_id: UUID, *, by: Actor, at: datetime) -> Account:
    """Open a closed account; the person signs in anew. Raises as `_switched` does."""
    account = _switched(account_id, to=True, by=by)
    # One that was just beginning while the account was switched off must not come alive now.
    end_sessions(account)
    record(AccountLine.of(account), Event.SWITCHED_ON, by=by, at=at)
    return account


def _switched(account_id: UUID, *, to: bool, by: Actor) -> Account:
    """Switch and return the account. Raises NotAllowed, AccountNotFound, NothingToSwitch."""
    by.require(Permission.ACCOUNT_MANAGE)
    if by.id == account_id:
        raise NotAllowed("Nobody switches their own account. Ask another administrator.")
    account = account_to_change(account_id, by=by)
    if account.is_active == to:
        raise NothingToSwitch(f"This account is {'on' if to else 'off'} already.")
    account.is_active = to
    account.save(update_fields=["is_active"])
    return account
