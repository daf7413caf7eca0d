"""What runs by itself: the reports of a month and the public figures of a year, once they close."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue, every, job
from openmso.office.tenants.models import Tenant
from openmso.roster.plans.models import Ipa
from openmso.roster.plans.queries import ipas_of

from .actions.run_report import run_report
from .computing import Order
from .domain.period import period_called
from .models import ReportRun
from .schedule import owed

BY = "Schedule of reports"


@every("23 4 * * *", name="reports.look_what_closed")
def look_what_closed() -> None:
    """Order each report whose period has closed and that has not run as of its closing time."""
    for tenant in Tenant.objects.order_by("key"):
        for order in _missing(tenant, clock.now()):
            enqueue(
                run,
                tenant_id=tenant.id,
                report=order.report,
                period=order.period.name,
                as_of=order.as_of.isoformat(),
                ipa_id=order.ipa_id,
            )


@job("reports.run")
def run(tenant_id: str, report: str, period: str, as_of: str, ipa_id: str | None) -> None:
    """Run one report as of an instant; a second time changes nothing."""
    order = Order(
        tenant=Tenant.objects.get(id=tenant_id),
        report=report,
        period=period_called(period),
        as_of=datetime.fromisoformat(as_of),
        ipa=Ipa.objects.get(tenant_id=tenant_id, id=ipa_id) if ipa_id else None,
    )
    run_report(order, by=Actor.system(BY, UUID(tenant_id)), at=clock.now())


def _missing(tenant: Tenant, at: datetime) -> Iterator[Order]:
    ran = set(
        ReportRun.objects.filter(tenant_id=tenant.id).values_list(
            "report", "from_on", "ipa_id", "as_of"
        )
    )
    for order in owed(tenant, list(ipas_of(tenant.id)), at=at):
        if (order.report, order.period.from_on, order.ipa_id, order.as_of) not in ran:
            yield order
