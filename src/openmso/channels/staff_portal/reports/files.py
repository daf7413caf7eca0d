"""A report as a file."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.oversight.reports.definitions import definition, said
from openmso.oversight.reports.domain.document import read
from openmso.oversight.reports.domain.period import Period
from openmso.oversight.reports.exporting import flat_rows, sheets
from openmso.oversight.reports.models import ReportRun
from openmso.oversight.reports.queries import RunNotFound, run_for
from openmso.standards.sheets.csv_file import as_csv
from openmso.standards.sheets.xlsx_file import as_xlsx

from ..staff_request import StaffRequest

CSV = "text/csv; charset=utf-8"
JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Permission.REPORT_READ)
@require_GET
def report_csv(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Hand out the report with one line for each number."""
    run = _run(request, run_id)
    rows = list(flat_rows(read(run.document), definition(run.report), run.names))
    return _file(run, as_csv(rows).encode(), CSV, "csv")


@requires(Permission.REPORT_READ)
@require_GET
def report_xlsx(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Hand out the report as a workbook."""
    run = _run(request, run_id)
    words = definition(run.report)
    made = as_xlsx(
        sheets(read(run.document), words, run.names), title=said(words.title), made_at=run.as_of
    )
    return _file(run, made, XLSX, "xlsx")


@requires(Permission.REPORT_READ)
@require_GET
def report_json(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Hand out the document as it is kept: the SHA-256 of this file is its fingerprint."""
    run = _run(request, run_id)
    return _file(run, run.document.encode(), JSON, "json")


def _run(request: StaffRequest, run_id: UUID) -> ReportRun:
    try:
        return run_for(request.actor, run_id)
    except RunNotFound:
        raise Http404 from None


def _file(run: ReportRun, content: bytes, kind: str, ending: str) -> HttpResponse:
    period = Period(run.from_on, run.until_on).name.replace(" ", "")
    name = f"{run.report}-{period}{f'-{run.ipa.key}' if run.ipa else ''}.{ending}"
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
