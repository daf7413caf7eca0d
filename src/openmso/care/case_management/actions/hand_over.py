"""A case goes over to another case manager."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import CareCase
from ..steps.locking import locked
from ..steps.next_due import keep_in_step


class NotACaseManager(ValueError):
    """This person of the office cannot follow cases."""


@action
def hand_over(case_id: UUID, account_id: UUID, *, by: Actor, at: datetime) -> CareCase:
    """Give the case to `account_id`. Raises CareCaseNotFound, NotOpen, NotAllowed, NotACaseManager.

    Whoever is limited to IPAs must see the case's own.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    account = Account.objects.filter(
        tenant_id=case.tenant_id, id=account_id, is_active=True
    ).first()
    if account is None or not _may_follow(account, case):
        raise NotACaseManager("Choose somebody who follows cases of this IPA.")
    case.manager, case.manager_name = account, account.name
    case.save(update_fields=["manager", "manager_name"])
    record(case, Event.HANDED_OVER, by=by, at=at, to=account.name)
    keep_in_step(case, at=at)
    return case


def _may_follow(account: Account, case: CareCase) -> bool:
    actor = account.as_actor()
    return actor.may(Permission.CARE_CASE_WORK) and (
        not actor.ipa_ids or case.ipa_id in actor.ipa_ids
    )
