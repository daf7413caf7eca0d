"""The reports desk: the list, one report, the cases behind its numbers, review notes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.oversight.reports.actions.review_outlier import (
    NoOutlier,
    NoteNeeded,
    review_outlier,
)
from openmso.oversight.reports.behind import cases_behind
from openmso.oversight.reports.computing import compute
from openmso.oversight.reports.definitions import definition, definitions, said
from openmso.oversight.reports.domain.document import hash_of, read, written
from openmso.oversight.reports.models import ReportRun
from openmso.oversight.reports.overview import MOST_CASES, What, desk_cases
from openmso.oversight.reports.queries import RunNotFound, order_of, reviews_of, run_for
from openmso.oversight.reports.terms import terms
from openmso.roster.plans.queries import ipas_of

from ..staff_request import StaffRequest, zone_of
from .cases import links_to
from .forms import ReviewForm
from .listing import NO_IPA, NOW_LABELS, choices, desk_rows, now, owed_words, run_rows
from .shown import Opens, facts_of, meanings_of, row_name, tables_of

_FOLDER = "staff_portal/reports"


@requires(Permission.REPORT_READ)
@require_GET
def reports(request: StaffRequest) -> HttpResponse:
    """Show each IPA's desk as it is now, and the reports that ran."""
    actor, zone = request.actor, zone_of(request)
    report = request.GET.get("report", "")
    if report not in definitions():
        report = ""
    year = terms().last_closed_year(request.arrived_at, zone)
    owed, rule_id = owed_words(actor.tenant_id, year, zone)
    context = {
        "labels": NOW_LABELS.values(),
        "desks": desk_rows(
            actor, request.arrived_at, zone, opens=actor.may(Permission.REPORT_OPEN_CASES)
        ),
        "soon": terms().due_soon,
        "may_publish": actor.may(Permission.REPORT_REVIEW),
        "choices": choices(report),
        "runs": run_rows(actor, report, zone),
        "owed": owed,
        "rule_id": rule_id,
    }
    return render(request, f"{_FOLDER}/list.html", context)


@requires(Permission.REPORT_OPEN_CASES)
@require_GET
def cases_now(request: StaffRequest) -> HttpResponse:
    """Show the cases behind one number of the desk as it is now."""
    asked, key = request.GET.get("what", ""), request.GET.get("ipa", "")
    if asked not in list(What):
        raise Http404
    ipa = next((one for one in ipas_of(request.actor.tenant_id) if one.key == key), None)
    hidden = request.actor.ipa_ids and (ipa is None or ipa.id not in request.actor.ipa_ids)
    if hidden or (key and ipa is None):
        raise Http404
    what = What(asked)
    found = desk_cases(
        request.actor, ipa.id if ipa else None, what, now(request.arrived_at, zone_of(request))
    )
    context = {
        "title": f"{NOW_LABELS[what]}: {ipa.name if ipa else NO_IPA}",
        "cases": links_to(request.actor, found),
        "cut": len(found) == MOST_CASES,
        "most": MOST_CASES,
    }
    return render(request, f"{_FOLDER}/cases.html", context)


@requires(Permission.REPORT_READ)
@require_GET
def report(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Show one report."""
    run, zone = _run(request, run_id), zone_of(request)
    words = definition(run.report)
    may = Opens(
        cases=request.actor.may(Permission.REPORT_OPEN_CASES),
        reviews=request.actor.may(Permission.REPORT_REVIEW),
    )
    context = _about(run) | {
        "sentence": said(words.sentence),
        "facts": facts_of(run, read(run.document), zone),
        "tables": tables_of(run, reviews_of(run), may=may, zone=zone),
        "meanings": meanings_of(words),
        "limits": words.limits["en"],
        "services": len(read(run.document).lists.get("services", ())),
    }
    return render(request, f"{_FOLDER}/report.html", context)


@requires(Permission.REPORT_OPEN_CASES)
@require_GET
def report_cases(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Show the cases behind one number, as they stood when the report ran."""
    run = _run(request, run_id)
    if not request.GET:
        return redirect("staff:report", run_id=run.id)
    table, row, measure = (request.GET.get(name, "") for name in ("table", "row", "measure"))
    counted = read(run.document).table(table)
    if counted is None or counted.row(row) is None or measure not in counted.measures:
        raise Http404
    meant = definition(run.report).measures[measure]
    found = cases_behind(order_of(run), table=table, row=row, measure=measure)
    context = _about(run) | {
        "title": f"{said(meant.label)}: {row_name(run, table, row)}",
        "counts": said(meant.counts),
        "out_of": said(meant.out_of),
        "cases": links_to(request.actor, found),
    }
    return render(request, f"{_FOLDER}/cases.html", context)


@requires(Permission.REPORT_READ)
@require_POST
def report_again(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Compute the report again from the histories and say whether it is the same."""
    run = _run(request, run_id)
    if hash_of(written(compute(order_of(run)))) == run.sha256:
        messages.success(request, "Computed again just now: the same, sign by sign.")
    else:
        messages.error(
            request,
            "Computed again just now: not the same. Something that has only one state on record "
            "has changed since, such as a name in the network or a definition.",
        )
    return redirect("staff:report", run_id=run.id)


@requires(Permission.REPORT_REVIEW)
@require_http_methods(["GET", "POST"])
def report_review(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Write a review note on one row that stands out."""
    run = _run(request, run_id)
    if not request.GET:
        return redirect("staff:report", run_id=run.id)
    table, row = request.GET.get("table", ""), request.GET.get("row", "")
    counted = read(run.document).table(table)
    found = counted.row(row) if counted else None
    if found is None or not found.outlier:
        raise Http404
    form = ReviewForm(request.POST if request.method == "POST" else None)
    context = _about(run) | {"form": form, "row": row_name(run, table, row)}
    if not (form.is_bound and form.is_valid()):
        return render(request, f"{_FOLDER}/review.html", context, status=form.status)
    try:
        review_outlier(
            run.id, table=table, row=row, **form.cleaned_data, by=request.actor,
            at=request.arrived_at,
        )  # fmt: skip
    except NoteNeeded as refusal:
        form.add_error("note", str(refusal))
        return render(request, f"{_FOLDER}/review.html", context, status=form.status)
    except NoOutlier:
        raise Http404 from None
    messages.success(request, "Your note is stored.")
    return redirect("staff:report", run_id=run.id)


def _run(request: StaffRequest, run_id: UUID) -> ReportRun:
    try:
        return run_for(request.actor, run_id)
    except RunNotFound:
        raise Http404 from None


def _about(run: ReportRun) -> dict[str, Any]:
    return {"run": run, "report_title": said(definition(run.report).title)}
