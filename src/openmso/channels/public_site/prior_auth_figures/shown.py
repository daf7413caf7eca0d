"""The plans of an edition, each with its numbers and its list of services."""

from openmso.oversight.reports.definitions import definition
from openmso.oversight.reports.domain import public_metrics
from openmso.oversight.reports.domain.document import Document
from openmso.oversight.reports.models import ReportRun

from ..yearly_figures.shown import ShownTable, measures_of


def shown_plans(run: ReportRun, document: Document, language: str) -> list[ShownTable]:
    """Return the plans of an edition, by name."""
    words = definition(run.report)
    table = document.table(public_metrics.TABLE)
    names = run.names.get("plan", {})
    if table is None:
        return []
    return [
        ShownTable(
            uid=f"plan-{row.key}",
            name=names.get(row.key, row.key),
            measures=measures_of(table, row, words, language),
            services=_services(document, row.key),
        )
        for row in sorted(table.rows, key=lambda row: names.get(row.key, row.key).casefold())
    ]


def _services(document: Document, plan: str) -> list[tuple[str, str]]:
    rows = document.lists.get(public_metrics.SERVICES, ())
    return [(code, description) for key, code, description in rows if key == plan]
