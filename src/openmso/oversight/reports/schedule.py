"""Which reports ought to have run by an instant."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from openmso.office.tenants.models import Tenant
from openmso.roster.plans.models import Ipa

from .computing import MONTHLY, YEARLY, Order
from .domain.period import Period, year
from .terms import terms


def owed(tenant: Tenant, ipas: Sequence[Ipa], *, at: datetime) -> Iterator[Order]:
    """Yield the reports of the newest closed month for the office and each IPA, the figures of the
    running year as of that closing, and those of the newest closed year."""
    month = terms().last_closed_month(at, tenant.zone)
    closed_at = terms().closes_at(month, tenant.zone)
    for report in MONTHLY:
        for ipa in (None, *ipas):
            yield Order(tenant=tenant, report=report, period=month, as_of=closed_at, ipa=ipa)
    for report in YEARLY:
        running = year(month.from_on.year)
        if closed_at < running.instants(tenant.zone)[1]:
            yield Order(tenant=tenant, report=report, period=running, as_of=closed_at)
        yield _of_closed_year(tenant, report, terms().last_closed_year(at, tenant.zone))


def _of_closed_year(tenant: Tenant, report: str, period: Period) -> Order:
    as_of = terms().closes_at(period, tenant.zone)
    return Order(tenant=tenant, report=report, period=period, as_of=as_of)
