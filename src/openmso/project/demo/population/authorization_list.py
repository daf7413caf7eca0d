"""The invented authorization list of the demo's plans, read from the table beside this module.

The columns `since_months` and `until_months` count back from the day the office is built; a
negative number lies ahead.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from openmso.roster.benefits.actions.add_benefits import NewEntry
from openmso.standards.codes.service_codes import house_services

from .histories import month_start

_TABLE = Path(__file__).with_name("authorization_list.csv")
_AT_ONCE = "Approved at once when every criterion is met in the answers of the requesting practice."


def authorization_list(on: date, *, lines: set[str]) -> Iterator[NewEntry]:
    """Yield the rows for these lines of business as an office knows them on `on`."""
    names = {service.code: service.description for service in house_services()}
    with _TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            for line in row["lines"].split("|"):
                if line in lines:
                    yield _entry(row, line, names.get(row["code"], ""), on)


def plan_entries(on: date, *, plan_ids: dict[str, UUID]) -> Iterator[NewEntry]:
    """Yield the rows in which one plan differs from its line of business."""
    if "tidewell" in plan_ids:
        yield NewEntry(
            plan_id=plan_ids["tidewell"],
            code="G0151",
            description="Physical therapist visit at home, 15 minutes",
            answer="not_required",
            from_on=month_start(on, months_back=11),
            source="Tidewell, list of services, section 2: therapy after surgery",
        )
    if "harborlight" in plan_ids:
        yield NewEntry(
            plan_id=plan_ids["harborlight"],
            code="J9271",
            description="Injection of pembrolizumab, 1 mg",
            answer="plan_decides",
            from_on=month_start(on, months_back=11),
            source="Harborlight, delegation agreement, appendix on cancer drugs",
        )


def _entry(row: dict[str, str], line: str, name: str, on: date) -> NewEntry:
    ends = row["until_months"]
    return NewEntry(
        line_of_business=line,
        code=row["code"],
        description=name,
        answer=row["answer"],
        from_on=month_start(on, months_back=int(row["since_months"])),
        until_on=month_start(on, months_back=int(ends)) if ends else None,
        source=f"Invented list of services for {line}: {row['note']}",
        review_specialties=tuple(row["specialties"].split("|")) if row["specialties"] else (),
        criteria_key=row["criteria_key"],
        auto_approve=row["auto"] == "yes",
        auto_approve_rule=_AT_ONCE if row["auto"] == "yes" else "",
    )
