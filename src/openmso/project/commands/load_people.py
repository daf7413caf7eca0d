"""`openmso load people DIR`: take in people, coverage and practitioners from FHIR files."""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import office_named

if TYPE_CHECKING:
    from openmso.channels.people_files.counts import Loaded
    from openmso.channels.people_files.order import LoadOrder
    from openmso.office.tenants.models import Tenant
    from openmso.roster.plans.models import Ipa

HELP = "members, coverage and practitioners from FHIR R4 newline-delimited JSON"
_REASONS_SHOWN = 12


def add_arguments(people: argparse.ArgumentParser) -> None:
    """Describe the options of `load people DIR`."""
    people.add_argument("folder", type=Path, metavar="DIR", help="holds Patient.ndjson(.xz) …")
    people.add_argument("--tenant", metavar="KEY", help="the office; needed when there are several")
    people.add_argument("--ipa", metavar="KEY", help="the IPA of the coverage (default: the first)")
    people.add_argument(
        "--plan-map", type=Path, metavar="FILE", help="YAML: which payer is which health plan"
    )
    people.add_argument(
        "--refused", type=Path, metavar="FILE", help="where the refused lines are listed (CSV)"
    )
    people.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Load and tell what was done. Refused lines do not make the load fail."""
    installation.enter(args.data_dir)
    from openmso.channels.people_files.load import load_folder
    from openmso.channels.people_files.refused import write_csv
    from openmso.office.tenants.whose_rows import of_tenant

    if not args.folder.is_dir():
        raise Refusal(f"There is no folder {args.folder}.")
    tenant = office_named(args.tenant)
    with of_tenant(tenant.id):
        order = _order(args, tenant)
        started = time.monotonic()
        loaded = load_folder(order)
    sys.stdout.write(_report(loaded, seconds=time.monotonic() - started))
    if loaded.refused:
        sheet = args.refused or Path("refused.csv")
        write_csv(loaded.refused, sheet)
        sys.stdout.write(f"Every refused line stands in {sheet}.\n")
    return 0


def _order(args: argparse.Namespace, tenant: "Tenant") -> "LoadOrder":
    from openmso.channels.people_files.order import LoadOrder
    from openmso.channels.people_files.plan_map import DEFAULT, MapNotReadable, read_map
    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.project.progress import ProgressLines

    try:
        plan_map = read_map(args.plan_map or DEFAULT)
    except MapNotReadable as wrong:
        raise Refusal(str(wrong)) from wrong
    at = clock.now()
    ipa = _ipa(tenant, args.ipa)
    sys.stdout.write(f"Loading into {tenant.name}, {ipa.name}.\n")
    return LoadOrder(
        folder=args.folder,
        plan_map=plan_map,
        ipa_id=ipa.id,
        by=Actor.system("load people", tenant.id),
        at=at,
        on=at.astimezone(tenant.zone).date(),
        progress=ProgressLines(),
    )


def _ipa(tenant: "Tenant", key: str | None) -> "Ipa":
    from openmso.roster.plans.queries import ipas_of

    ipas = {ipa.key: ipa for ipa in ipas_of(tenant.id)}
    if not ipas:
        raise Refusal(f"{tenant.name} has no IPA yet; coverage needs one.")
    if key is None:
        return ipas[min(ipas)]
    if key in ipas:
        return ipas[key]
    raise Refusal(f'{tenant.name} has no IPA "{key}". There are: {", ".join(sorted(ipas))}.')


def _report(loaded: "Loaded", *, seconds: float) -> str:
    from openmso.channels.people_files.refused import reasons

    lines = [f"{'':16}{'added':>9}{'known':>9}"]
    lines += [f"{kind:16}{each.added:>9,}{each.known:>9,}" for kind, each in loaded.kinds()]
    if loaded.doctors_changed or loaded.wishes_answered:
        lines.append(
            f"Another primary care doctor: {loaded.doctors_changed:,}; "
            f"wishes for one that this answers: {loaded.wishes_answered:,}."
        )
    lines.append(f"Refused: {len(loaded.refused):,}. Took {seconds:.1f} s.")
    grouped = reasons(loaded.refused)
    lines += [
        f"  {times:,} × {resource}: {why} (first: {where})"
        for resource, why, times, where in grouped[:_REASONS_SHOWN]
    ]
    if len(grouped) > _REASONS_SHOWN:
        lines.append(f"  and {len(grouped) - _REASONS_SHOWN} more reasons")
    return "\n".join(lines) + "\n"
