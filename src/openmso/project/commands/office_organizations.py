"""`openmso office organizations KEY FILE`: publish who decides outside, and who helps for free."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import by_whom, office_of_key

if TYPE_CHECKING:
    from uuid import UUID

    from openmso.office.content.new_organization import NewOrganization

HELP = "publish regulators, hearing offices and groups that help, from a CSV file"


def add_arguments(organizations: argparse.ArgumentParser) -> None:
    """Describe the options of `office organizations KEY FILE`."""
    organizations.add_argument("key", metavar="KEY", help="the office")
    organizations.add_argument("file", type=Path, metavar="FILE", help="CSV; one a row")
    organizations.add_argument("--by", metavar="NAME", help="who does it (default: your user name)")
    organizations.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="a demo office's folder"
    )


def run(args: argparse.Namespace) -> int:
    """Write those that are not there yet; with any fault in the file, write none."""
    installation.enter_for_good(args.data_dir)
    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.office.content.actions.add_organizations import add_organizations
    from openmso.office.tenants.whose_rows import of_tenant

    tenant = office_of_key(args.key)
    given = _given(args.file)
    with of_tenant(tenant.id):
        new = _not_there(given, tenant.id)
        if new:
            by = Actor.system(by_whom(args.by), tenant.id)
            add_organizations(new, by=by, at=clock.now())
    sys.stdout.write(f"{tenant.name}: {len(new)} new, {len(given) - len(new)} known.\n")
    return 0


def _given(file: Path) -> "list[NewOrganization]":
    from openmso.office.content.new_organization import read_organizations

    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise Refusal(f"{file} cannot be read as a text file.") from trouble
    found, faults = read_organizations(content)
    if faults:
        sentences = [f"{file}:{fault.row}: {fault.sentence}" for fault in faults]
        raise Refusal("\n".join([*sentences, "Nothing was written."]))
    return found


def _not_there(given: "list[NewOrganization]", tenant_id: "UUID") -> "list[NewOrganization]":
    from openmso.office.content.models import OutsideOrganization

    columns = ("purpose", "program", "region", "name", "from_on")
    there = set(OutsideOrganization.objects.filter(tenant_id=tenant_id).values_list(*columns))
    return [one for one in given if tuple(getattr(one, column) for column in columns) not in there]
