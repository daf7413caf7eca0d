"""`openmso load wording FILE`: take over official texts, word for word, and show what changes."""

import argparse
import getpass
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import office_named

if TYPE_CHECKING:
    from openmso.office.letters.wording_changes import Proposed
    from openmso.office.letters.wording_file import OfficialEntry
    from openmso.office.tenants.models import Tenant

HELP = "official texts of forms and statements, from a YAML file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options of `load wording FILE`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="YAML: a list called wording")
    parser.add_argument("--tenant", metavar="KEY", help="the office; needed when there are several")
    parser.add_argument(
        "--preview", action="store_true", help="show what would change, write nothing"
    )
    parser.add_argument("--by", metavar="NAME", help="who loads it (default: your user name here)")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Show every text that is new or other than before, and write them unless it is a preview."""
    installation.enter(args.data_dir)
    from openmso.office.tenants.whose_rows import of_tenant

    tenant = office_named(args.tenant)
    with of_tenant(tenant.id):
        return _load(args, tenant)


def _load(args: argparse.Namespace, tenant: "Tenant") -> int:
    from openmso.office import clock
    from openmso.office.letters.wording_changes import Change, proposed

    at = clock.now()
    found = proposed(tenant.id, _entries(args.file, tenant, at))
    sys.stdout.write("".join(_shown(each) for each in found if each.change is not Change.KNOWN))
    counts = Counter(each.change for each in found)
    told = ", ".join(f"{counts[change]} {change}" for change in Change)
    changed = [each for each in found if each.change is not Change.KNOWN]
    if args.preview or not changed:
        sys.stdout.write(f"{tenant.name}: {told}. Nothing was written.\n")
        return 0
    renewed = _write(changed, tenant, by=args.by or getpass.getuser(), at=at)
    sys.stdout.write(f"{tenant.name}: {told}. Written.\n")
    if renewed:
        sys.stdout.write(f"{renewed} waiting letters get the wording and are printed again.\n")
    return 0


def _entries(file: Path, tenant: "Tenant", at: datetime) -> "list[OfficialEntry]":
    from openmso.office.letters.wording_file import read_wording

    try:
        content = file.read_bytes()
    except OSError as trouble:
        raise Refusal(f"{file} cannot be read: {trouble.strerror}.") from trouble
    entries, faults = read_wording(content, today=at.astimezone(tenant.zone).date())
    if faults:
        lines = [f"{file}:{fault.line}: {fault.sentence}" for fault in faults]
        raise Refusal("\n".join([*lines, "Nothing was written."]))
    return entries


def _shown(one: "Proposed") -> str:
    entry = one.entry
    head = (
        f"{one.change}: {entry.slot} ({entry.language}), {entry.edition}, from {entry.from_on};"
        f" checked by {entry.checked_by} on {entry.checked_on} ({entry.source})"
    )
    lines = one.difference or ["(the words are the same)"]
    return "\n".join([head, *(f"    {line}" for line in lines), ""])


def _write(changed: "Sequence[Proposed]", tenant: "Tenant", *, by: str, at: datetime) -> int:
    """Write the texts; return how many letters that waited for them are printed again."""
    from openmso.office.access.actor import Actor
    from openmso.office.letters.actions.load_wording import load_wording
    from openmso.office.letters.actions.renew_waiting import renew_waiting
    from openmso.office.letters.queries import waiting_for_wording

    actor = Actor.system(by, tenant.id)
    load_wording([each.entry for each in changed], by=actor, at=at)
    waiting = waiting_for_wording(tenant.id, {each.entry.slot for each in changed})
    for letter in waiting:
        renew_waiting(letter.id, by=actor, at=at)
    return len(waiting)
