"""Which edition of a report somebody asked for, and all there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from openmso.channels.ui.frame import office_of
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.whose_rows import of_tenant
from openmso.oversight.reports.models import ReportRun
from openmso.oversight.reports.queries import public_editions


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is public of a report, the newest first; `run` is the edition to show, if any."""

    office: Tenant | None
    editions: Sequence[ReportRun]
    run: ReportRun | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdition:
    """One edition in the list of all. `number` 0: the figures of a year that is not over."""

    year: int
    number: int
    known_on: date
    sha256: str
    asked: str
    current: bool


def asked_for(request: HttpRequest, report: str) -> Asked:
    """Return the edition the address names, else the newest. Raises Http404 for one that is not
    there."""
    office = office_of(request)
    editions: Sequence[ReportRun] = ()
    if office is not None:
        with of_tenant(office.id):
            editions = public_editions(office.id, report)
    return Asked(office=office, editions=editions, run=_chosen(request, editions))


def shown_editions(asked: Asked) -> list[ShownEdition]:
    """Return all editions for the list on the page."""
    return [
        ShownEdition(
            year=one.from_on.year,
            number=one.public_edition or 0,
            known_on=known_on(one, asked.office),
            sha256=one.sha256,
            asked=address_of(one),
            current=one == asked.run,
        )
        for one in asked.editions
    ]


def known_on(run: ReportRun, office: Tenant | None) -> date:
    """Return the office's day as of which the figures are."""
    return run.as_of.astimezone(office.zone if office else None).date()


def address_of(run: ReportRun) -> str:
    """Return the part of an address that asks for this edition: "?year=2026&edition=1"."""
    edition = {"edition": run.public_edition} if run.public_edition else {}
    return "?" + urlencode({"year": run.from_on.year} | edition)


def _chosen(request: HttpRequest, editions: Sequence[ReportRun]) -> ReportRun | None:
    year, number = request.GET.get("year", ""), request.GET.get("edition", "")
    if not year and not number:
        return editions[0] if editions else None
    for run in editions:
        if str(run.from_on.year) == year and number in ("", str(run.public_edition)):
            return run
    raise Http404
