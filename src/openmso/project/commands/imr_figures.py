"""`openmso imr figures FILE`: count the regulator's file into the figures that come with us.

Needs neither a database nor settings.
"""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from openmso.casework.external_review.published_decisions.domain.figures import (
    Table,
    rows_of,
    table_of,
    tally,
)
from openmso.casework.external_review.published_decisions.file.reading import ReadFile
from openmso.casework.external_review.published_decisions.shipped import (
    DATA,
    HEADER,
    Source,
    write,
)
from openmso.project.refusal import Refusal

HELP = "count the file into the table of figures that comes with the product"


def add_arguments(figures: argparse.ArgumentParser) -> None:
    """Describe the options of `imr figures FILE`."""
    figures.add_argument("file", type=Path, metavar="FILE", help="the regulator's file")
    figures.add_argument(
        "--write", action="store_true", help="write figures.csv and figures.yaml (else: show)"
    )
    figures.add_argument("--published-by", metavar="NAME", help="who published it; with --write")
    figures.add_argument("--title", metavar="TEXT", help="what it is called; with --write")
    figures.add_argument(
        "--into", type=Path, metavar="DIR", default=DATA, help="default: the product's own data"
    )
    figures.add_argument("--json", action="store_true", help="for programs: every cell")


def run(args: argparse.Namespace) -> int:
    """Count, tell the sums or every cell, and write when asked to."""
    from . import imr_file

    if args.write and not (args.published_by and args.title):
        raise Refusal("Figures without a source are not written: add --published-by and --title.")
    now = datetime.now(UTC)
    found = imr_file.read(args.file, at=now)
    table = table_of(found.decisions)
    sys.stdout.write(_for_programs(table) if args.json else _for_people(table, found))
    if args.write:
        counted = tally(table)
        source = Source(
            published_by=args.published_by,
            title=args.title,
            counted_on=now.date(),
            decisions=counted.decisions,
            first_year=counted.first_year,
            last_year=counted.last_year,
            file=found.digest,
        )
        write(table, source, args.into)
        sys.stderr.write(f"Written: {args.into / 'figures.csv'}, {args.into / 'figures.yaml'}\n")
    return 0


def _for_people(table: Table, found: ReadFile) -> str:
    from . import imr_file

    counted = tally(table)
    lines = [
        f"{counted.decisions:,} decisions, {counted.first_year} to {counted.last_year}: "
        f"{counted.overturned:,} overturned, {counted.upheld:,} upheld; {len(table):,} cells.",
        *imr_file.faults_told(found),
    ]
    return "\n".join(lines) + "\n"


def _for_programs(table: Table) -> str:
    cells = [dict(zip(HEADER, row, strict=True)) for row in rows_of(table)]
    return json.dumps(cells, indent=1) + "\n"
