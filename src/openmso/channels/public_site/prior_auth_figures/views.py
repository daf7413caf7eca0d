"""The public page of the yearly figures, and each edition as a file."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from openmso.channels.ui.frame import office_of
from openmso.office.access.pages import public
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.whose_rows import of_tenant
from openmso.oversight.reports.definitions import definition, said
from openmso.oversight.reports.domain import public_metrics
from openmso.oversight.reports.domain.document import read
from openmso.oversight.reports.domain.period import Period
from openmso.oversight.reports.exporting import flat_rows
from openmso.oversight.reports.models import ReportRun
from openmso.oversight.reports.owed import publication_owed
from openmso.oversight.reports.queries import public_editions
from openmso.standards.sheets.csv_file import as_csv

from .shown import ShownEdition, shown_plans


@public
@require_safe
def prior_auth_figures(request: HttpRequest) -> HttpResponse:
    """Show one edition, the newest one when none is asked for, and list them all."""
    office, editions = _editions(request)
    run = _asked_for(request, editions)
    language = get_language() or "en"
    words = definition(public_metrics.KEY)
    owed = publication_owed(office.id, _year(run)) if office and run else None
    context = {
        "run": run,
        "owed": owed,
        "owed_on": owed.due_at.astimezone(office.zone).date() if office and owed else None,
        "year": run.from_on.year if run else None,
        "frozen": bool(run and run.public_edition),
        "known_on": run.as_of.astimezone(office.zone).date() if office and run else None,
        "editions": [_shown(one, run, office) for one in editions],
        "plans": shown_plans(run, read(run.document), language) if run else [],
        "asked": _address(run) if run else "",
        "sentence": said(words.sentence, language),
        "limits": words.limits.get(language, words.limits["en"]),
        "source": words.source,
    }
    return render(request, "public_site/prior_auth_figures/page.html", context)


@public
@require_safe
def prior_auth_figures_csv(request: HttpRequest) -> HttpResponse:
    """Hand out an edition with one line for each number, and its list of services."""
    run = _found(request)
    language = get_language() or "en"
    rows = flat_rows(read(run.document), definition(run.report), run.names, language=language)
    return _file(run, as_csv(list(rows)), "text/csv; charset=utf-8", "csv")


@public
@require_safe
def prior_auth_figures_json(request: HttpRequest) -> HttpResponse:
    """Hand out the frozen document itself: the SHA-256 of this file is the fingerprint."""
    run = _found(request)
    return _file(run, run.document, "application/json", "json")


def _editions(request: HttpRequest) -> tuple[Tenant | None, Sequence[ReportRun]]:
    office = office_of(request)
    if office is None:
        return None, ()
    with of_tenant(office.id):
        return office, public_editions(office.id, public_metrics.KEY)


def _asked_for(request: HttpRequest, editions: Sequence[ReportRun]) -> ReportRun | None:
    year, number = request.GET.get("year", ""), request.GET.get("edition", "")
    if not year and not number:
        return editions[0] if editions else None
    for run in editions:
        if str(run.from_on.year) == year and number in ("", str(run.public_edition)):
            return run
    raise Http404


def _found(request: HttpRequest) -> ReportRun:
    run = _asked_for(request, _editions(request)[1])
    if run is None:
        raise Http404
    return run


def _shown(one: ReportRun, run: ReportRun | None, office: Tenant | None) -> ShownEdition:
    zone = office.zone if office else None
    return ShownEdition(
        year=one.from_on.year,
        number=one.public_edition or 0,
        known_on=one.as_of.astimezone(zone).date(),
        sha256=one.sha256,
        asked=_address(one),
        current=one == run,
    )


def _year(run: ReportRun) -> Period:
    return Period(run.from_on, run.until_on)


def _address(run: ReportRun) -> str:
    edition = {"edition": run.public_edition} if run.public_edition else {}
    return "?" + urlencode({"year": run.from_on.year} | edition)


def _file(run: ReportRun, content: str, kind: str, ending: str) -> HttpResponse:
    which = f"edition-{run.public_edition}" if run.public_edition else "so-far"
    name = f"prior-authorization-{run.from_on.year}-{which}.{ending}"
    answer = HttpResponse(content.encode(), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
