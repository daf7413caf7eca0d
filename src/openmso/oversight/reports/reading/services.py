"""Which services a plan wants to be asked about on a day, and of which category a service is."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q

from openmso.office.statement import is_any
from openmso.roster.benefits.models import AuthorizationListEntry, ServiceCode
from openmso.roster.plans.models import HealthPlan

from ..domain.facts import ListedService

OTHER = "other"
_ASKED = (AuthorizationListEntry.Answer.REQUIRED, AuthorizationListEntry.Answer.PLAN_DECIDES)


def listed_services(tenant_id: UUID, on: date) -> list[ListedService]:
    """Return the services that need an authorization on the day `on`, for every plan of that day.

    What a plan says itself goes before what is said for its line of business. Two queries.
    """
    return sorted(set(_listed(tenant_id, on)))


def categories_of(codes: Collection[str | None]) -> dict[str, str]:
    """Return the category of each service code that we know. One query."""
    return dict(
        ServiceCode.objects.filter(is_any("code", [code for code in codes if code]))
        .order_by("code_system")
        .values_list("code", "category")
    )


def _listed(tenant_id: UUID, on: date) -> Iterator[ListedService]:
    entries = list(
        AuthorizationListEntry.objects.filter(
            Q(until_on=None) | Q(until_on__gt=on), tenant_id=tenant_id, from_on__lte=on
        ).values_list("plan_id", "line_of_business", "code", "description", "answer")
    )
    plans = HealthPlan.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on), tenant_id=tenant_id, from_on__lte=on
    )
    for plan_id, key, line in plans.values_list("id", "key", "line_of_business"):
        own = {code for plan, _, code, _, _ in entries if plan == plan_id}
        for plan, of_line, code, description, answer in entries:
            if plan != plan_id and (plan is not None or of_line != line or code in own):
                continue
            if answer in _ASKED:
                yield ListedService(key, code, description)
