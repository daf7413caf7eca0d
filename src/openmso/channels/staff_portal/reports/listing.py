"""The first page: each IPA's desk as it is now, and the reports that ran."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.http import urlencode

from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.oversight.reports.computing import YEARLY
from openmso.oversight.reports.definitions import definition, definitions, said
from openmso.oversight.reports.domain.period import Period, month, start_of
from openmso.oversight.reports.models import ReportRun
from openmso.oversight.reports.overview import Desk, Now, What, desks_now
from openmso.oversight.reports.owed import publication_owed
from openmso.oversight.reports.queries import runs_of
from openmso.oversight.reports.terms import terms

from .shown import WHOLE_OFFICE

NO_IPA = "No IPA known yet"
NOW_LABELS = {
    What.OPEN: "Open",
    What.DUE_SOON: "Due soon",
    What.OVERDUE: "Overdue",
    What.DECIDED: "Decided this month",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """Counts in the order of NOW_LABELS, each with the address of its cases ("" for none)."""

    name: str
    counts: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    href: str
    title: str
    period: str
    scope: str
    as_of: str
    public: str


def now(at: datetime, zone: ZoneInfo) -> Now:
    """Return what "now" means on the page: decided counts from the first of the month."""
    this_month = month(at.astimezone(zone).date())
    return Now(at=at, soon=terms().soon, since=start_of(this_month.from_on, zone))


def desk_rows(viewer: Actor, at: datetime, zone: ZoneInfo, *, opens: bool) -> list[DeskRow]:
    """Return one row an IPA. Three queries."""
    return [_desk_row(desk, opens=opens) for desk in desks_now(viewer, now(at, zone))]


def run_rows(viewer: Actor, report: str, zone: ZoneInfo) -> list[RunRow]:
    """Return the newest reports. One query."""
    return [_run_row(run, zone) for run in runs_of(viewer, report=report)]


def choices(report: str) -> list[tuple[str, str, bool]]:
    """Return the reports one may narrow the list to."""
    kinds = [(key, said(one.title)) for key, one in definitions().items()]
    return [(key, label, key == report) for key, label in [("", "All"), *kinds]]


def owed_words(tenant_id: UUID, year: Period, zone: ZoneInfo) -> tuple[str, str]:
    """Return by when the public figures of a year are owed, and the rule; empty for neither."""
    owed = publication_owed(tenant_id, year)
    if owed is None:
        return "", ""
    day = staff_date(owed.due_at.astimezone(zone).date())
    return f"The public figures for {year.name} are owed by {day}.", owed.rule.id


def _desk_row(desk: Desk, *, opens: bool) -> DeskRow:
    key = desk.ipa.key if desk.ipa else ""
    return DeskRow(
        name=desk.ipa.name if desk.ipa else NO_IPA,
        counts=[
            (desk.counts[what], _cases(key, what) if desk.counts[what] and opens else "")
            for what in NOW_LABELS
        ],
    )


def _cases(ipa: str, what: What) -> str:
    return f"{reverse('staff:reports_now')}?{urlencode({'ipa': ipa, 'what': what.value})}"


def _run_row(run: ReportRun, zone: ZoneInfo) -> RunRow:
    return RunRow(
        href=reverse("staff:report", kwargs={"run_id": run.id}),
        title=said(definition(run.report).title),
        period=Period(run.from_on, run.until_on).name,
        scope=run.ipa.name if run.ipa else WHOLE_OFFICE,
        as_of=staff_time(run.as_of, zone),
        public=_public(run),
    )


def _public(run: ReportRun) -> str:
    if run.public_edition:
        return f"Public, edition {run.public_edition}"
    return "Public as the figures so far" if run.report in YEARLY else ""
