"""`openmso office lines KEY FILE`: publish the numbers to call, write or fax."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import by_whom, office_of_key

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from openmso.office.content.new_line import NewLine

# What letters print beside the free language help; one that cannot name its line is not made.
LETTERS_NAME = ("member_services", "utilization_management", "um_fax", "grievances")
HELP = "publish an office's numbers to call, from a CSV file"


def add_arguments(lines: argparse.ArgumentParser) -> None:
    """Describe the options of `office lines KEY FILE`."""
    lines.add_argument("key", metavar="KEY", help="the office")
    lines.add_argument("file", type=Path, metavar="FILE", help="CSV; one line a row")
    lines.add_argument("--by", metavar="NAME", help="who does it (default: your user name here)")
    lines.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Write the lines that are not there yet, and say what letters still lack; with any fault in
    the file, write none."""
    installation.enter_for_good(args.data_dir)
    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.office.content.actions.add_contact_lines import add_contact_lines
    from openmso.office.tenants.whose_rows import of_tenant

    tenant = office_of_key(args.key)
    with of_tenant(tenant.id):
        at = clock.now()
        given = _given(args.file, tenant.id)
        new = _not_there(given, tenant.id)
        if new:
            add_contact_lines(new, by=Actor.system(by_whom(args.by), tenant.id), at=at)
        missing = _letters_lack(tenant.id, at.astimezone(tenant.zone).date())
    sys.stdout.write(f"{tenant.name}: {len(new)} new, {len(given) - len(new)} known.\n")
    if missing:
        sys.stdout.write(f"Letters still need a line today for: {', '.join(missing)}.\n")
    return 0


def _letters_lack(tenant_id: "UUID", on: "date") -> list[str]:
    from openmso.office.content.queries import contact_lines

    there = {line.purpose for line in contact_lines(tenant_id, on)}
    return [purpose for purpose in LETTERS_NAME if purpose not in there]


def _given(file: Path, tenant_id: "UUID") -> "list[NewLine]":
    from openmso.office.content.lines_file import read_lines
    from openmso.roster.plans.models import HealthPlan

    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise Refusal(f"{file} cannot be read as a text file.") from trouble
    plans = HealthPlan.objects.filter(tenant_id=tenant_id)
    lines, faults = read_lines(content, plan_ids=dict(plans.values_list("key", "id")))
    if faults:
        sentences = [f"{file}:{fault.row}: {fault.sentence}" for fault in faults]
        raise Refusal("\n".join([*sentences, "Nothing was written."]))
    return lines


def _not_there(given: "list[NewLine]", tenant_id: "UUID") -> "list[NewLine]":
    from openmso.office.content.models import ContactLine

    there = {
        (line.purpose, line.plan_id, line.language, line.from_on): line
        for line in ContactLine.objects.filter(tenant_id=tenant_id)
    }
    seen: set[object] = set()
    new: list[NewLine] = []
    for line in given:
        begins = (*line.place, line.from_on)
        known = there.get(begins)
        if begins in seen or (known and not line.says_the_same_as(known)):
            raise Refusal(
                f"Another line for {line.purpose} begins on {line.from_on}. A number that changes "
                "is a new row with a later first day. Nothing was written."
            )
        seen.add(begins)
        if known is None:
            new.append(line)
    return new
