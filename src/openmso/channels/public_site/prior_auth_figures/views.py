"""The public page of the yearly figures, and each edition as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openmso.office.access.pages import public
from openmso.oversight.reports.definitions import definition
from openmso.oversight.reports.domain import public_metrics
from openmso.oversight.reports.domain.document import read
from openmso.oversight.reports.domain.period import Period
from openmso.oversight.reports.owed import publication_owed

from ..yearly_figures.editions import asked_for
from ..yearly_figures.page import Publication, context_of, csv_of, json_of, language_now
from .shown import shown_plans

_FIGURES = Publication(
    report=public_metrics.KEY, page="public:prior_auth_figures", file="prior-authorization"
)


@public
@require_safe
def prior_auth_figures(request: HttpRequest) -> HttpResponse:
    """Show one edition, the newest one when none is asked for, and list them all."""
    asked = asked_for(request, _FIGURES.report)
    run, office = asked.run, asked.office
    plans = shown_plans(run, read(run.document), language_now()) if run else []
    year = Period(run.from_on, run.until_on) if run else None
    owed = publication_owed(office.id, year) if office and year else None
    context = {
        **context_of(_FIGURES, asked, title=_("How often we say yes or no"), tables=plans),
        "owed": owed,
        "owed_on": owed.due_at.astimezone(office.zone).date() if office and owed else None,
        "source": definition(_FIGURES.report).source,
    }
    return render(request, "public_site/prior_auth_figures/page.html", context)


@public
@require_safe
def prior_auth_figures_csv(request: HttpRequest) -> HttpResponse:
    """Hand out an edition with one line for each number, and its list of services."""
    asked = asked_for(request, _FIGURES.report)
    return csv_of(_FIGURES, asked, asked.run.names if asked.run else {})


@public
@require_safe
def prior_auth_figures_json(request: HttpRequest) -> HttpResponse:
    """Hand out the frozen document itself: the SHA-256 of this file is the fingerprint."""
    return json_of(_FIGURES, asked_for(request, _FIGURES.report))
