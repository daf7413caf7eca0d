"""Computes a report as of an instant: gathers the frozen rows and lets the pure functions count.

The same report, edition, period, scope and instant give the same document, byte for byte.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from openmso.office.tenants.models import Tenant
from openmso.roster.plans.models import HealthPlan, Ipa

from .definitions import definition
from .domain import (
    appeals_and_grievances,
    bed_days,
    physician_profile,
    public_appeals,
    public_metrics,
    under_utilization,
)
from .domain.document import Document, Table
from .domain.period import Period
from .reading.complaints import complaints_in
from .reading.hospital_days import days_of_stays, hospital_names, stays_in
from .reading.member_months import member_months
from .reading.names import Names, names_for
from .reading.requests import asked_in, decided_in
from .reading.services import listed_services
from .terms import terms

MONTHLY = (
    *(bed_days.KEY, physician_profile.KEY, under_utilization.KEY),
    appeals_and_grievances.KEY,
)
YEARLY = (public_metrics.KEY, public_appeals.KEY)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be computed. `ipa` None: for the whole office."""

    tenant: Tenant
    report: str
    period: Period
    as_of: datetime
    ipa: Ipa | None = None

    @property
    def zone(self) -> ZoneInfo:
        return self.tenant.zone

    @property
    def ipa_id(self) -> UUID | None:
        return self.ipa.id if self.ipa else None


Lists = dict[str, tuple[tuple[str, ...], ...]]


def compute(order: Order) -> Document:
    """Compute a report. Raises UnknownReport."""
    said = definition(order.report)
    tables, lists = _COUNTED[said.key](order)
    return Document(
        report=said.key,
        edition=said.edition,
        scope=order.ipa.key if order.ipa else "",
        period=order.period,
        as_of=order.as_of,
        tables=tables,
        lists=lists,
    )


def names_in(order: Order, document: Document) -> Names:
    """Return what the keys of a document are called today."""
    words = definition(document.report)
    found: dict[str, set[str]] = {
        "practitioner": set(),
        "hospital": set(),
        "language": set(),
    }
    for kind, key in _keys(document, {name: one.rows_are for name, one in words.tables.items()}):
        if kind in found:
            found[kind].add(key)
    names = names_for(order.tenant.id, npis=found["practitioner"], languages=found["language"])
    return names | {"hospital": hospital_names(order.tenant.id, found["hospital"])}


def _keys(document: Document, rows_are: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for table in document.tables:
        for row in table.rows:
            yield from zip(rows_are[table.key], row.key.split("|"), strict=True)


def _public_metrics(order: Order) -> tuple[tuple[Table, ...], Lists]:
    tables = public_metrics.tables(
        decided_in(order.tenant.id, order.period, as_of=order.as_of, zone=order.zone),
        order.period,
        plans=_plans_of(order).values_list("key", flat=True),
        fewest=terms().fewest_in_public,
    )
    services = public_metrics.service_list(listed_services(order.tenant.id, _last_day(order)))
    return tables, {public_metrics.SERVICES: tuple(services)}


def _public_appeals(order: Order) -> tuple[tuple[Table, ...], Lists]:
    tables = public_appeals.tables(
        complaints_in(order.tenant.id, order.period, as_of=order.as_of, zone=order.zone),
        order.period,
        lines=_plans_of(order).values_list("line_of_business", flat=True),
        fewest=terms().fewest_in_public,
    )
    return tables, {}


def _plans_of(order: Order) -> QuerySet[HealthPlan]:
    """Return the plans whose contract held on a day of the period."""
    plans = HealthPlan.objects.filter(tenant_id=order.tenant.id, from_on__lte=_last_day(order))
    return plans.exclude(until_on__lte=order.period.from_on)


def _last_day(order: Order) -> date:
    return order.period.until_on - _ONE_DAY


def _physician_profile(order: Order) -> tuple[tuple[Table, ...], Lists]:
    requests = asked_in(
        order.tenant.id, order.period, as_of=order.as_of, zone=order.zone, ipa_id=order.ipa_id
    )
    fewest = terms().fewest_for_a_share
    return physician_profile.tables(requests, order.period, fewest=fewest), {}


def _under_utilization(order: Order) -> tuple[tuple[Table, ...], Lists]:
    watched = terms().watched(order.period)
    requests = decided_in(
        order.tenant.id, watched, as_of=order.as_of, zone=order.zone, ipa_id=order.ipa_id
    )
    months = member_months(
        order.tenant.id,
        terms().covered_days(watched),
        as_of=order.as_of,
        ipa=order.ipa.key if order.ipa else None,
    )
    return under_utilization.tables(requests, months, watched, watch=terms().watch), {}


def _bed_days(order: Order) -> tuple[tuple[Table, ...], Lists]:
    stays = stays_in(order.tenant.id, order.period, as_of=order.as_of, ipa_id=order.ipa_id)
    months = member_months(
        order.tenant.id,
        terms().covered_days(order.period),
        as_of=order.as_of,
        ipa=order.ipa.key if order.ipa else None,
    )
    return bed_days.tables(days_of_stays(order.tenant.id, stays), months), {}


def _appeals_and_grievances(order: Order) -> tuple[tuple[Table, ...], Lists]:
    complaints = complaints_in(
        order.tenant.id, order.period, as_of=order.as_of, zone=order.zone, ipa_id=order.ipa_id
    )
    fewest = terms().fewest_for_a_share
    return appeals_and_grievances.tables(complaints, order.period, fewest=fewest), {}


_COUNTED: dict[str, Callable[[Order], tuple[tuple[Table, ...], Lists]]] = {
    public_metrics.KEY: _public_metrics,
    public_appeals.KEY: _public_appeals,
    physician_profile.KEY: _physician_profile,
    under_utilization.KEY: _under_utilization,
    bed_days.KEY: _bed_days,
    appeals_and_grievances.KEY: _appeals_and_grievances,
}
