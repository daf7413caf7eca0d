"""Publishes the bodies outside the office: invented, dated, by program and region."""

import csv
from datetime import date, datetime
from pathlib import Path

from openmso.office.access.actor import Actor
from openmso.office.content.actions.add_organizations import add_organizations
from openmso.office.content.new_organization import NewOrganization
from openmso.office.tenants.models import Tenant

from ..population.histories import month_start

_TABLE = Path(__file__).with_name("organizations.csv")


def write_organizations(tenant: Tenant, *, on: date, at: datetime) -> None:
    """Publish the office's rows, their days counted in months back from `on`."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        found = [
            _organization(row, on) for row in csv.DictReader(table) if row["office"] == tenant.key
        ]
    add_organizations(found, by=Actor.system("demo", tenant.id), at=at)


def _organization(row: dict[str, str], on: date) -> NewOrganization:
    return NewOrganization(
        purpose=row["purpose"],
        program=row["program"],
        region=row["region"],
        name=row["name"],
        name_es=row["name_es"],
        address="\n".join(row["address"].split(" | ")),
        voice=row["voice"],
        fax=row["fax"],
        website=row["website"],
        from_on=month_start(on, months_back=int(row["since_months"])),
    )
