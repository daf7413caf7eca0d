"""A report is computed and kept; run again as of the same instant it is the same run."""

from datetime import datetime

from django.db.models import Max

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..computing import YEARLY, Order, compute, names_in
from ..definitions import definition
from ..domain.document import hash_of, written
from ..domain.period import month, year
from ..events import Event
from ..models import ReportRun


class NotYetKnown(ValueError):
    """Nobody knows today what will be known then. The sentence is written for the person."""


class WrongPeriod(ValueError):
    """The report is about another length of time, or another scope. Says what would be right."""


@action
def run_report(order: Order, *, by: Actor, at: datetime) -> ReportRun:
    """Compute a report and keep it with its hash; return the one that is kept already, if any.

    A yearly report becomes public by it: as the next frozen edition once its year was over at
    `order.as_of`, before that as what is known so far. Raises NotYetKnown when `order.as_of` lies
    after `at`, WrongPeriod, UnknownReport.
    """
    said = definition(order.report)
    _require_fitting(order, said.key)
    if order.as_of > at:
        raise NotYetKnown("A report cannot be run as of a time that has not come yet.")
    kept = _kept(order)
    if kept is not None:
        record(kept, Event.RAN, by=by, at=at, sha256=kept.sha256, again=True)
        return kept
    document = compute(order)
    text = written(document)
    run = ReportRun.objects.create(
        tenant=order.tenant,
        report=document.report,
        edition=document.edition,
        ipa=order.ipa,
        from_on=order.period.from_on,
        until_on=order.period.until_on,
        as_of=order.as_of,
        ran_at=at,
        ran_by_name=by.name,
        document=text,
        names=names_in(order, document),
        sha256=hash_of(text),
        public_edition=_next_edition(order) if _freezes(order) else None,
    )
    event = Event.PUBLISHED if run.public_edition else Event.RAN
    record(run, event, by=by, at=at, report=run.report, sha256=run.sha256, as_of=str(run.as_of))
    return run


def _require_fitting(order: Order, report: str) -> None:
    if report in YEARLY:
        if order.period != year(order.period.from_on.year) or order.ipa is not None:
            raise WrongPeriod("These figures are for a whole year, and for the whole office.")
    elif order.period != month(order.period.from_on):
        raise WrongPeriod(f"{report} is about one month, such as {order.period.from_on:%Y-%m}.")


def _freezes(order: Order) -> bool:
    """Tell whether these are the figures of a year that was over."""
    return order.report in YEARLY and order.as_of >= order.period.instants(order.zone)[1]


def _kept(order: Order) -> ReportRun | None:
    return ReportRun.objects.filter(
        tenant_id=order.tenant.id,
        report=order.report,
        edition=definition(order.report).edition,
        ipa=order.ipa,
        from_on=order.period.from_on,
        until_on=order.period.until_on,
        as_of=order.as_of,
    ).first()


def _next_edition(order: Order) -> int:
    editions = ReportRun.objects.filter(
        tenant_id=order.tenant.id, report=order.report, from_on=order.period.from_on
    )
    newest: int | None = editions.aggregate(newest=Max("public_edition"))["newest"]
    return (newest or 0) + 1
