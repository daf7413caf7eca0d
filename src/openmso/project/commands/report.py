"""`openmso report`: run a report as of an instant, list what ran, prove that it is the same."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import by_whom, office_named

if TYPE_CHECKING:
    from openmso.office.tenants.models import Tenant
    from openmso.oversight.reports.computing import Order
    from openmso.oversight.reports.models import ReportRun
    from openmso.roster.plans.models import Ipa

HELP = "run a report as of an instant, or list what ran"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe `report run` and `report list`."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="WHAT")
    run = acts.add_parser("run", help="compute a report and keep it", allow_abbrev=False)
    run.add_argument("report", metavar="REPORT", help="for example physician_profile")
    run.add_argument("period", metavar="PERIOD", help="a year, 2026, or a month, 2026-10")
    run.add_argument("--ipa", metavar="KEY", help="one IPA (default: the whole office)")
    run.add_argument(
        "--as-of",
        metavar="TIME",
        help="as it was known then, with a zone: 2026-11-06T08:00:00-08:00 (default: when the "
        "period closed)",
    )
    run.add_argument("--by", metavar="NAME", help="who runs it (default: your user name here)")
    listing = acts.add_parser("list", help="what ran, newest first", allow_abbrev=False)
    listing.add_argument(
        "--check", action="store_true", help="compute each one again and compare the bytes"
    )
    for act in (run, listing):
        act.add_argument("--tenant", metavar="KEY", help="the office")
        act.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Run or list; 1 when a report computed again is not the same."""
    installation.enter(args.data_dir)
    from openmso.office.tenants.whose_rows import of_tenant

    tenant = office_named(args.tenant)
    with of_tenant(tenant.id):
        return _run(tenant, args) if args.act == "run" else _list(tenant, check=args.check)


def _run(tenant: "Tenant", args: argparse.Namespace) -> int:
    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.oversight.reports.actions.run_report import run_report
    from openmso.oversight.reports.definitions import UnknownReport

    by = Actor.system(by_whom(args.by), tenant.id)
    try:
        done = run_report(_order(tenant, args), by=by, at=clock.now())
    except (UnknownReport, ValueError) as refused:
        raise Refusal(str(refused)) from None
    sys.stdout.write(f"{_line(done)}\n")
    return 0


def _order(tenant: "Tenant", args: argparse.Namespace) -> "Order":
    from openmso.oversight.reports.computing import Order
    from openmso.oversight.reports.domain.period import period_called
    from openmso.oversight.reports.terms import terms

    period = period_called(args.period)
    return Order(
        tenant=tenant,
        report=args.report,
        period=period,
        as_of=_instant(args.as_of) if args.as_of else terms().closes_at(period, tenant.zone),
        ipa=_ipa(tenant, args.ipa) if args.ipa else None,
    )


def _list(tenant: "Tenant", *, check: bool) -> int:
    from openmso.oversight.reports.computing import compute
    from openmso.oversight.reports.domain.document import hash_of, written
    from openmso.oversight.reports.models import ReportRun
    from openmso.oversight.reports.queries import order_of

    runs = ReportRun.objects.filter(tenant=tenant).select_related("tenant", "ipa")
    same = True
    for one in runs.order_by("-until_on", "report", "ipa__key", "-as_of"):
        verdict = ""
        if check:
            again = hash_of(written(compute(order_of(one)))) == one.sha256
            verdict, same = "  same" if again else "  NOT THE SAME", same and again
        sys.stdout.write(f"{_line(one)}{verdict}\n")
    return 0 if same else 1


def _line(run: "ReportRun") -> str:
    from openmso.oversight.reports.domain.period import Period

    period = Period(run.from_on, run.until_on).name
    scope = run.ipa.key if run.ipa else "whole office"
    public = f", public edition {run.public_edition}" if run.public_edition else ""
    as_of = run.as_of.astimezone(run.tenant.zone).isoformat(timespec="minutes")
    return f"{run.report} {period}, {scope}, as of {as_of}{public}  {run.sha256[:16]}"


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Refusal(f'Not an instant with its zone: "{text}". Write 2026-11-06T08:00:00-08:00.')
    return at


def _ipa(tenant: "Tenant", key: str) -> "Ipa":
    from openmso.roster.plans.queries import ipas_of

    there = {ipa.key: ipa for ipa in ipas_of(tenant.id)}
    if key not in there:
        raise Refusal(f'There is no IPA "{key}". There are: {", ".join(there) or "none"}.')
    return there[key]
