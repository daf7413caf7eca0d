"""The reports of the invented office: what its schedule ran by now, and a month earlier."""

from datetime import datetime, timedelta

from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant
from openmso.oversight.reports.actions.run_report import run_report
from openmso.oversight.reports.jobs import BY
from openmso.oversight.reports.schedule import owed
from openmso.roster.plans.queries import ipas_of

_A_MONTH_EARLIER = timedelta(days=31)


def write_reports(tenant: Tenant, *, at: datetime) -> None:
    """Run each report at the instant its period closed; of the month before, the office's own."""
    by = Actor.system(BY, tenant.id)
    orders = [
        *owed(tenant, [], at=at - _A_MONTH_EARLIER),
        *owed(tenant, list(ipas_of(tenant.id)), at=at),
    ]
    for order in {(one.report, one.period, one.ipa_id, one.as_of): one for one in orders}.values():
        run_report(order, by=by, at=order.as_of)
