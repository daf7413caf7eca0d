"""Load service codes: those an office holds a licence for, beside the ones that come with us.

Codes and their words are the same for every office of an installation. One that is there already
is set right; none is taken away.
"""

from dataclasses import fields
from pathlib import Path

from openmso.roster.benefits.actions.add_benefits import load_service_codes
from openmso.roster.benefits.models import ServiceCode
from openmso.standards.codes.service_codes import Service
from openmso.standards.typed_text import code_form

from .cells import Cells
from .outcome import LoadOrder, Outcome, one_load_at_a_time
from .rows import each_once, taken
from .sheet import Columns
from .sheets_of_a_folder import read_one

COLUMNS = Columns(
    needed=("code", "description"),
    optional=("code_system", "description_es", "plain_names", "category", "unit"),
)
_SAYS = tuple(each.name for each in fields(Service))


def load_services(file: Path, order: LoadOrder) -> Outcome:
    """Take over the sheet. With any fault nothing is written. Raises NoSheet."""
    sheet = read_one(file, COLUMNS)
    outcome = Outcome()
    rows = taken(sheet, _service, outcome)
    each_once(rows, "code", lambda row: f"{row.code_system} {row.code}", outcome)
    with one_load_at_a_time(order.tenant_id):
        order.progress("comparing service codes", len(rows))
        changed = _not_there([each.row for each in rows], outcome)
        if outcome.may_be_written(order):
            order.progress("writing service codes", len(changed))
            load_service_codes(changed, by=order.by, at=order.at)
    return outcome


def _service(cells: Cells) -> Service:
    code = code_form(cells.text("code", ServiceCode))
    if not code:
        cells.wrong("The code must be letters and digits.")
    return Service(
        code_system=cells.text("code_system", ServiceCode) or "HCPCS",
        code=code,
        description=cells.text("description", ServiceCode),
        description_es=cells.text("description_es", ServiceCode),
        plain_names=cells.text("plain_names", ServiceCode),
        category=cells.text("category", ServiceCode),
        unit=cells.text("unit", ServiceCode),
    )


def _not_there(rows: list[Service], outcome: Outcome) -> list[Service]:
    """Return the services that are new or read otherwise, and count them."""
    systems = {row.code_system for row in rows}
    there = {
        (each.code_system, each.code): each
        for each in ServiceCode.objects.filter(code_system__in=systems)
    }
    new = [row for row in rows if (row.code_system, row.code) not in there]
    corrected = [
        row
        for row in rows
        if (known := there.get((row.code_system, row.code))) is not None
        and any(getattr(known, name) != getattr(row, name) for name in _SAYS)
    ]
    counted = outcome.counted("service codes")
    counted.added, counted.corrected = len(new), len(corrected)
    counted.known = len(rows) - len(new) - len(corrected)
    return [*new, *corrected]
