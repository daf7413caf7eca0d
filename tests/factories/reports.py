"""Reports that ran, made through the one action that runs them."""

from datetime import UTC, datetime
from typing import Any

from openmso.office.access.actor import Actor
from openmso.oversight.reports.actions.run_report import run_report
from openmso.oversight.reports.computing import YEARLY, Order
from openmso.oversight.reports.domain.period import period_called
from openmso.oversight.reports.models import ReportRun

from .prior_auth import World

NOVEMBER, YEAR = period_called("2026-11"), period_called("2026")
CLOSED = datetime(2026, 12, 6, 8, tzinfo=UTC)
YEAR_CLOSED = datetime(2027, 2, 1, 8, tzinfo=UTC)


def order(world: World, report: str, **given: Any) -> Order:
    """A report over November 2026, or over that year, as of when it closed."""
    usual = (YEAR, YEAR_CLOSED) if report in YEARLY else (NOVEMBER, CLOSED)
    fields = dict(zip(("period", "as_of"), usual, strict=True)) | given
    return Order(tenant=world.tenant, report=report, **fields)


def make_run(
    world: World,
    report: str = "physician_profile",
    *,
    at: datetime | None = None,
    **given: Any,
) -> ReportRun:
    """The same, run and kept, by default at the instant it is as of."""
    by = Actor.system("Schedule", world.tenant.id)
    ordered = order(world, report, **given)
    return run_report(ordered, by=by, at=at or ordered.as_of)
