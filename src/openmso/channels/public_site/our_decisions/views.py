"""The public list of our decisions, and the same as files."""

import json
from collections.abc import Iterator, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from openmso.channels.ui.frame import office_of
from openmso.office.access.pages import public
from openmso.office.tenants.whose_rows import of_tenant
from openmso.oversight.our_decisions.domain.releasing import DecidedBy, Outcome
from openmso.oversight.our_decisions.models import OurDecision
from openmso.oversight.our_decisions.queries import public_decisions
from openmso.standards.sheets.csv_file import as_csv

from .words import DECIDED_BY, OUTCOMES

HEAD = ("year", "decided_by", "outcome", "line_of_business", "care", "text")


@public
@require_safe
def our_decisions(request: HttpRequest) -> HttpResponse:
    """Show every decision that was released, the newest year first."""
    rows = [
        {
            "year": one.year,
            "decided_by": DECIDED_BY[DecidedBy(one.decided_by)],
            "outcome": OUTCOMES[Outcome(one.outcome)],
            "care": one.category.replace("_", " "),
            "text": one.text,
        }
        for one in _released(request)
    ]
    return render(request, "public_site/our_decisions/page.html", {"rows": rows})


@public
@require_safe
def our_decisions_csv(request: HttpRequest) -> HttpResponse:
    """Hand out the list with one line for each decision."""
    rows = [tuple(row.values()) for row in _rows(request)]
    return _file(as_csv([HEAD, *rows]), "text/csv; charset=utf-8", "csv")


@public
@require_safe
def our_decisions_json(request: HttpRequest) -> HttpResponse:
    """Hand out the list for programs."""
    text = json.dumps(list(_rows(request)), ensure_ascii=False, indent=1)
    return _file(f"{text}\n", "application/json", "json")


def _released(request: HttpRequest) -> list[OurDecision]:
    office = office_of(request)
    if office is None:
        return []
    with of_tenant(office.id):
        return public_decisions(office.id)


def _rows(request: HttpRequest) -> Iterator[Mapping[str, str | int]]:
    for one in _released(request):
        values = (
            *(one.year, one.decided_by, one.outcome, one.line_of_business),
            *(one.category, one.text),
        )
        yield dict(zip(HEAD, values, strict=True))


def _file(content: str, kind: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content.encode(), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="our-decisions.{ending}"'
    return answer
