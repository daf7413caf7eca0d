"""Reads for pages: which reports ran, one of them, and what is public.

Somebody limited to IPAs finds the reports of those IPAs; a report of the whole office, or of
another IPA, does not exist for them.
"""

from uuid import UUID

from django.db.models import F, QuerySet

from openmso.office.access.actor import Actor

from .computing import Order
from .domain.period import Period
from .models import OutlierReview, ReportRun

ROWS = 50


class RunNotFound(LookupError):
    """There is no such report for this viewer."""


def runs_of(viewer: Actor, *, report: str = "", rows: int = ROWS) -> list[ReportRun]:
    """Return the newest reports this viewer may read, without their documents. One query."""
    runs = _visible(viewer).select_related("ipa").defer("document", "names")
    if report:
        runs = runs.filter(report=report)
    return list(runs.order_by("-until_on", "report", "ipa__name", "-as_of")[:rows])


def run_for(viewer: Actor, run_id: UUID) -> ReportRun:
    """Return one report. Raises RunNotFound."""
    run = _visible(viewer).select_related("ipa", "tenant").filter(id=run_id).first()
    if run is None:
        raise RunNotFound("There is no such report.")
    return run


def reviews_of(run: ReportRun) -> list[OutlierReview]:
    """Return what was found about the outliers of a report, the oldest first."""
    reviews = OutlierReview.objects.filter(tenant_id=run.tenant_id, run=run)
    return list(reviews.order_by("reviewed_at", "id"))


def public_editions(tenant_id: UUID, report: str) -> list[ReportRun]:
    """Return what is public: every frozen edition, and of a year without one the newest figures so
    far. The newest year comes first and in it the newest edition. One query."""
    runs = ReportRun.objects.filter(tenant_id=tenant_id, report=report, ipa=None)
    found: list[ReportRun] = []
    for run in runs.order_by("-from_on", F("public_edition").desc(nulls_last=True), "-as_of"):
        first_of_year = not found or found[-1].from_on != run.from_on
        if run.public_edition is not None or first_of_year:
            found.append(run)
    return found


def order_of(run: ReportRun) -> Order:
    """Return what was ordered when the report ran, to compute it again."""
    return Order(
        tenant=run.tenant,
        report=run.report,
        period=Period(run.from_on, run.until_on),
        as_of=run.as_of,
        ipa=run.ipa,
    )


def _visible(viewer: Actor) -> QuerySet[ReportRun]:
    runs = ReportRun.objects.filter(tenant_id=viewer.tenant_id)
    return runs.filter(ipa_id__in=viewer.ipa_ids) if viewer.ipa_ids else runs
