"""A person says on which pager they are reached."""

from datetime import datetime

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.accounts.account_line import AccountLine
from openmso.office.timeline.action import action, record

from .. import events
from ..models import PagerNumber


@action
def set_pager(number: str, *, by: Actor, at: datetime) -> None:
    """Keep the pager's number of `by`, "" for none. The number itself stays out of the history."""
    by.require(Permission.ON_CALL_ANSWER)
    if by.id is None:
        raise NotAllowed("Only a person has a pager.")
    if number:
        PagerNumber.objects.update_or_create(
            tenant_id=by.tenant_id, account_id=by.id, defaults={"number": number}
        )
    else:
        PagerNumber.objects.filter(tenant_id=by.tenant_id, account_id=by.id).delete()
    record(
        AccountLine(id=by.id, tenant_id=by.tenant_id),
        events.PAGER_SET,
        by=by,
        at=at,
        removed=not number,
    )
