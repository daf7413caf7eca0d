"""Publishes the numbers to call: invented, dated, by purpose, some of them a plan's own."""

import csv
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.content.actions.add_contact_lines import add_contact_lines
from openmso.office.content.new_line import NewLine
from openmso.office.tenants.models import Tenant

from ..population.histories import month_start

_TABLE = Path(__file__).with_name("contact_lines.csv")


def write_contact_lines(
    tenant: Tenant, plan_ids: dict[str, UUID], *, on: date, at: datetime
) -> None:
    """Publish the office's lines, their days counted in months back from `on`."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        lines = [
            _line(row, plan_ids, on) for row in csv.DictReader(table) if row["office"] == tenant.key
        ]
    add_contact_lines(lines, by=Actor.system("demo", tenant.id), at=at)


def _line(row: dict[str, str], plan_ids: dict[str, UUID], on: date) -> NewLine:
    until = row["until_months"]
    return NewLine(
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
