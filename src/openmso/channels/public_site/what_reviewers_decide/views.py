"""The pages about published decisions. They show what is public, and keep nothing."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.domain.figures import (
    Tally,
    tally,
    years_of,
)
from openmso.casework.external_review.published_decisions.limits import limits
from openmso.casework.external_review.published_decisions.queries import (
    Asked,
    Holdings,
    decision_named,
    found_page,
    holdings,
    table_here,
    tally_of,
)
from openmso.casework.external_review.published_decisions.shipped import shipped
from openmso.channels.ui.presenters.worklist import ActiveFilter
from openmso.office.access.pages import public

from .figures import address, figure, figure_tables
from .form import FIELDS, DecisionsForm, decisions_form
from .found import like_this, pages_of, place_from, shown_decision
from .words import page_language


@public
@require_safe
def what_reviewers_decide(request: HttpRequest) -> HttpResponse:
    """Show the figures; when something is looked for, what was found and its own figures."""
    here = holdings()
    looking = any(name in request.GET for name in FIELDS)
    form = decisions_form(
        request.GET if looking else None,
        years=_years(here),
        with_decisions=here is not None,
    )
    if form.is_valid():
        return _found(request, form, here)
    table = table_here() if here else shipped().table
    context = _around(here) | {
        "form": form,
        "all": figure(tally(table)),
        "tables": list(figure_tables(table)),
    }
    return render(
        request, "public_site/what_reviewers_decide/front.html", context, status=form.status
    )


@public
@require_safe
def published_decision(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one decision as it was published."""
    row, here = decision_named(reference), holdings()
    if row is None:
        raise Http404
    context = _around(here) | {
        "decision": shown_decision(row),
        "row": row,
        "like_this": like_this(row),
    }
    return render(request, "public_site/what_reviewers_decide/decision.html", context)


def _found(request: HttpRequest, form: DecisionsForm, here: Holdings | None) -> HttpResponse:
    asked, chosen = form.asked(), form.chosen()
    context: dict[str, Any] = _around(here) | {
        "form": form,
        "active_outcome": asked.outcome,
        "active": _active(form, chosen),
        "filters_open": bool(chosen.keys() - {"q"}) or here is None,
    }
    if here is None:
        context["count"] = _counted(asked)
    else:
        page = found_page(
            asked,
            after=place_from(request.GET.get("after", "")),
            before=place_from(request.GET.get("before", "")),
        )
        context |= {
            "count": tally_of(asked),
            "decisions": [shown_decision(row) for row in page.rows],
            "pages": pages_of(page, chosen),
        }
    context["figure"] = figure(context["count"], of_one_outcome=bool(asked.outcome))
    return render(request, "public_site/what_reviewers_decide/found.html", context)


def _counted(asked: Asked) -> Tally:
    """Count in the figures that come with us."""
    return tally(
        shipped().table,
        year=asked.year,
        kind=Kind(asked.kind) if asked.kind else None,
        outcome=Outcome(asked.outcome) if asked.outcome else None,
        diagnosis_group=asked.diagnosis_group,
    )


def _years(here: Holdings | None) -> Iterable[int]:
    if here is None:
        return years_of(shipped().table)
    return range(here.last_year, here.first_year - 1, -1)


def _around(here: Holdings | None) -> dict[str, Any]:
    source = shipped().source
    return {
        "here": here,
        "source": source,
        "cases": f"{(here or source).decisions:,}",
        "limits": limits(page_language()),
    }


def _active(form: DecisionsForm, chosen: dict[str, str]) -> list[ActiveFilter]:
    return [
        ActiveFilter(
            label=str(form.fields[name].label),
            value=form.in_words(name),
            remove_href=address(
                **({key: value for key, value in chosen.items() if key != name} or {"year": ""})
            ),
        )
        for name in chosen
    ]
