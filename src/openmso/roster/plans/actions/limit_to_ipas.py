"""An account of our staff is limited to the cases of some IPAs, or sees all of them again."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.accounts.account_line import AccountLine
from openmso.office.accounts.events import Event
from openmso.office.accounts.steps.locking import account_to_change
from openmso.office.timeline.action import action, record

from ..models import Ipa


@action
def limit_to_ipas(
    account_id: UUID, *, ipa_ids: Collection[UUID], by: Actor, at: datetime
) -> Account:
    """Let the account see the cases of these IPAs only; none means all of the office.

    It counts from the person's next click. Raises AccountNotFound, Ipa.DoesNotExist for one that
    is not this office's, and NotAllowed for one's own account and for accounts outside our staff.
    """
    by.require(Permission.ACCOUNT_MANAGE)
    if by.id == account_id:
        raise NotAllowed("Nobody changes their own reach. Ask another administrator.")
    account = account_to_change(account_id, by=by)
    if account.area != "staff":
        raise NotAllowed("A practice and a member see their own requests, whatever the IPA.")
    ipas = list(Ipa.objects.filter(tenant_id=by.tenant_id, id__in=ipa_ids).order_by("name"))
    if len(ipas) != len(set(ipa_ids)):
        raise Ipa.DoesNotExist("no such IPA in this office")
    account.ipa_ids = [ipa.id for ipa in ipas]
    account.save(update_fields=["ipa_ids"])
    names = [ipa.name for ipa in ipas]
    record(AccountLine.of(account), Event.REACH_CHANGED, by=by, at=at, ipas=names)
    return account
