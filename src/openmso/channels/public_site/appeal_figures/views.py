"""The public page of the yearly figures on appeals and grievances, and each edition as a file."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openmso.office.access.pages import public
from openmso.oversight.reports.definitions import definition, said
from openmso.oversight.reports.domain import public_appeals
from openmso.oversight.reports.domain.document import Document, read
from openmso.oversight.reports.exporting import Names

from ..rulebook.names import list_name, lists
from ..yearly_figures.editions import asked_for
from ..yearly_figures.page import Publication, context_of, csv_of, json_of, language_now
from ..yearly_figures.shown import ShownTable, measures_of

_FIGURES = Publication(
    report=public_appeals.KEY, page="public:appeal_figures", file="appeals-and-grievances"
)


@public
@require_safe
def appeal_figures(request: HttpRequest) -> HttpResponse:
    """Show one edition, the newest one when none is asked for, and list them all."""
    asked = asked_for(request, _FIGURES.report)
    tables = list(_tables(read(asked.run.document))) if asked.run else []
    title = _("How appeals and complaints end")
    context = context_of(_FIGURES, asked, title=title, tables=tables)
    return render(request, "public_site/appeal_figures/page.html", context)


@public
@require_safe
def appeal_figures_csv(request: HttpRequest) -> HttpResponse:
    """Hand out an edition with one line for each number."""
    return csv_of(_FIGURES, asked_for(request, _FIGURES.report), _names())


@public
@require_safe
def appeal_figures_json(request: HttpRequest) -> HttpResponse:
    """Hand out the frozen document itself: the SHA-256 of this file is the fingerprint."""
    return json_of(_FIGURES, asked_for(request, _FIGURES.report))


def _tables(document: Document) -> Iterator[ShownTable]:
    """Yield for appeals, then for grievances, the numbers of each kind of plan."""
    words, language = definition(_FIGURES.report), language_now()
    lines = _names()["line"]
    for table in document.tables:
        about = said(words.tables[table.key].title, language)
        for row in table.rows:
            yield ShownTable(
                uid=f"{table.key}-{row.key or 'unknown'}",
                name=f"{about}: {lines.get(row.key, row.key)}",
                measures=measures_of(table, row, words, language),
            )


def _names() -> Names:
    """Return what the kinds of plans are called in the language of the page."""
    return {"line": {"": _("Plan not known"), **{key: list_name(key) for key in lists()}}}
