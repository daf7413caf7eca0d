"""What the commands that load an office's own files have in common: options, report, refusal."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import by_whom, office_named

if TYPE_CHECKING:
    from openmso.channels.office_files.faults import Fault
    from openmso.channels.office_files.outcome import LoadOrder, Outcome

_FAULTS_SHOWN = 40


def add_arguments(parser: argparse.ArgumentParser, *, metavar: str, holds: str) -> None:
    """Describe where the files are, and the options that every such command has."""
    parser.add_argument("place", type=Path, metavar=metavar, help=holds)
    parser.add_argument("--tenant", metavar="KEY", help="the office; needed when there are several")
    parser.add_argument(
        "--preview", action="store_true", help="say what would change, write nothing"
    )
    parser.add_argument("--by", metavar="NAME", help="who loads it (default: your user name here)")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace, load: "Callable[[LoadOrder], Outcome]") -> int:
    """Load and tell what was done; with any fault nothing is written. Raises `Refusal`."""
    installation.enter(args.data_dir)
    from openmso.channels.office_files.outcome import LoadOrder
    from openmso.channels.office_files.sheets_of_a_folder import NoSheet
    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.office.tenants.whose_rows import of_tenant
    from openmso.project.progress import ProgressLines

    tenant = office_named(args.tenant)
    at = clock.now()
    with of_tenant(tenant.id):
        order = LoadOrder(
            by=Actor.system(by_whom(args.by), tenant.id),
            at=at,
            on=at.astimezone(tenant.zone).date(),
            preview=args.preview,
            progress=ProgressLines(),
        )
        try:
            outcome = load(order)
        except NoSheet as nothing:
            raise Refusal(str(nothing)) from nothing
    if outcome.faults:
        raise Refusal(_told(outcome.faults))
    sys.stdout.write(_report(outcome))
    written = "Nothing was written." if args.preview or not outcome.changes else "Written."
    sys.stdout.write(f"{tenant.name}: {written}\n")
    return 0


def _report(outcome: "Outcome") -> str:
    """Return the counts as a table, without kinds of which the files had no row."""
    lines = [f"{'':22}{'new':>9}{'corrected':>11}{'ended':>9}{'known':>9}"]
    lines += [
        f"{kind:22}{each.added:>9,}{each.corrected:>11,}{each.ended:>9,}{each.known:>9,}"
        for kind, each in outcome.counts.items()
        if each.changes or each.known
    ]
    return "\n".join(lines) + "\n"


def _told(faults: "Iterable[Fault]") -> str:
    listed = sorted(set(faults))
    lines = [str(fault) for fault in listed[:_FAULTS_SHOWN]]
    if len(listed) > _FAULTS_SHOWN:
        lines.append(f"and {len(listed) - _FAULTS_SHOWN:,} more")
    return "\n".join([*lines, "Nothing was written."])
