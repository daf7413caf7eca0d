"""Who can be on duty: people of the office whose account is on and who may answer a page."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES


class NotForDuty(ValueError):
    """Somebody cannot be on duty. The sentence says who, for the person who plans."""


def people_for_duty(tenant_id: UUID) -> list[Account]:
    """Return everybody who can be on duty, by name. One query."""
    return list(_people(tenant_id).order_by("name", "id"))


def people_with_ids(tenant_id: UUID, ids: Iterable[UUID]) -> dict[UUID, Account]:
    """Return these people by id, in one query; raises NotForDuty when one cannot be on duty."""
    wanted = set(ids)
    found = {account.id: account for account in _people(tenant_id).filter(id__in=wanted)}
    if len(found) < len(wanted):
        raise NotForDuty("Somebody in this plan has no account here with which to answer a page.")
    return found


def _people(tenant_id: UUID) -> QuerySet[Account]:
    roles = [
        role.value for role, text in ROLES.items() if Permission.ON_CALL_ANSWER in text.permissions
    ]
    return Account.objects.filter(tenant_id=tenant_id, is_active=True, roles__overlap=roles)
