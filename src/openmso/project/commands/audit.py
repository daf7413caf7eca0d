"""`openmso audit`: prove that nothing that was recorded has been changed since."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal

if TYPE_CHECKING:
    from uuid import UUID

    from openmso.office.keys.signing import PublicKey
    from openmso.office.seals.head import Head
    from openmso.office.seals.queries import HowFar
    from openmso.office.tenants.models import Tenant

HELP = "prove that the recorded history was not changed; print its head to keep elsewhere"
_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe `audit verify` and `audit head`."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="WHAT")
    verify = acts.add_parser("verify", help="recompute every seal and name what does not fit")
    verify.add_argument(
        "--head", type=Path, metavar="FILE", help="a head printed earlier and kept elsewhere"
    )
    head = acts.add_parser("head", help="print the newest seal of every office, to keep elsewhere")
    for act in (verify, head):
        act.add_argument("--tenant", metavar="KEY", help="one office only")
        act.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Verify or print the head; 1 when something does not fit."""
    installation.enter(args.data_dir)
    from openmso.office.keys.folder import KeyMissing
    from openmso.office.keys.signing import public_keys
    from openmso.office.seals.head import NoHead
    from openmso.office.tenants.whose_rows import of_every_office

    try:
        with of_every_office("an audit looks at every office of the installation"):
            keys = dict(public_keys())
            if args.act == "head":
                return _print_head(args, keys)
            return _verify(args, keys)
    except (KeyMissing, NoHead) as trouble:
        raise Refusal(str(trouble)) from None


def _print_head(args: argparse.Namespace, keys: "dict[str, PublicKey]") -> int:
    from openmso.office.seals.head import head_of, written_down

    heads = [head_of(tenant.id, keys=keys) for tenant in _offices(args.tenant)]
    sys.stdout.write(written_down(head for head in heads if head))
    return 0


def _verify(args: argparse.Namespace, keys: "dict[str, PublicKey]") -> int:
    heads = _kept_heads(args.head) if args.head else {}
    offices = _offices(args.tenant)
    whole = [_verify_office(office, heads.get(office.id), keys) for office in offices]
    lost = [] if args.tenant else sorted(heads.keys() - {office.id for office in offices})
    for tenant_id in lost:
        sys.stdout.write(f"The head you kept names an office that is not here: {tenant_id}.\n")
    if not args.head:
        sys.stdout.write(
            "Whether the end was cut off only a head kept elsewhere can show: "
            "`openmso audit verify --head FILE`.\n"
        )
    return 0 if all(whole) and not lost else 1


def _verify_office(office: "Tenant", head: "Head | None", keys: "dict[str, PublicKey]") -> bool:
    from openmso.office.seals.queries import how_far
    from openmso.office.seals.verifying import faults

    found = list(faults(office.id, keys=keys, head=head))
    reach = how_far(office.id)
    sys.stdout.write(f"{office.name}: {_reach(reach)}\n")
    if head:
        sys.stdout.write(f"  Compared with the head of seal {head.statement.number}.\n")
    sys.stdout.write(_told(found))
    return not found


def _reach(reach: "HowFar") -> str:
    waiting = f" {reach.waiting:,} newer lines wait for their seal." if reach.waiting else ""
    if reach.since is None or reach.until is None:
        return f"nothing is sealed yet.{waiting}"
    return (
        f"{reach.lines:,} lines in {reach.seals:,} seals, sealed from "
        f"{reach.since:%Y-%m-%d %H:%M} to {reach.until:%Y-%m-%d %H:%M} UTC.{waiting}"
    )


def _told(found: Iterable[object]) -> str:
    lines = [f"  {fault}\n" for fault in found]
    if not lines:
        return "  Everything fits.\n"
    more = f"  ... and {len(lines) - _SHOWN:,} more.\n" if len(lines) > _SHOWN else ""
    return f"  {len(lines):,} faults, the first one first:\n{''.join(lines[:_SHOWN])}{more}"


def _kept_heads(file: Path) -> "dict[UUID, Head]":
    from openmso.office.seals.head import read_heads

    try:
        return read_heads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as trouble:
        raise Refusal(f"{file} cannot be read: {trouble}.") from None


def _offices(key: str | None) -> "list[Tenant]":
    from openmso.office.tenants.models import Tenant
    from openmso.project.which_office import office_named

    return [office_named(key)] if key else list(Tenant.objects.order_by("key"))
