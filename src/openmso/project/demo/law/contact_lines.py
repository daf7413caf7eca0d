"""Writes the numbers to call: invented, dated, by purpose, some of them a plan's own."""

import csv
from datetime import date
from pathlib import Path
from uuid import UUID

from openmso.office.content.models import ContactLine
from openmso.office.tenants.models import Tenant

from ..population.histories import month_start

_TABLE = Path(__file__).with_name("contact_lines.csv")


def write_contact_lines(tenant: Tenant, plan_ids: dict[str, UUID], *, on: date) -> int:
    """Write the office's lines, counted in months back from `on`; return how many."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        lines = [
            _line(tenant, row, plan_ids, on)
            for row in csv.DictReader(table)
            if row["office"] == tenant.key
        ]
    ContactLine.objects.bulk_create(lines)
    return len(lines)


def _line(tenant: Tenant, row: dict[str, str], plan_ids: dict[str, UUID], on: date) -> ContactLine:
    until = row["until_months"]
    return ContactLine(
        tenant=tenant,
        purpose=row["purpose"],
        plan_id=plan_ids[row["plan"]] if row["plan"] else None,
        language=row["language"],
        label=row["label"],
        label_es=row["label_es"],
        voice=row["voice"],
        toll_free=row["toll_free"],
        hours=row["hours"],
        hours_es=row["hours_es"],
        from_on=month_start(on, months_back=int(row["since_months"])),
        until_on=month_start(on, months_back=int(until)) if until else None,
    )
