"""`openmso imr load FILE`: take in the decisions that the regulator publishes."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.progress import ProgressLines
from openmso.project.which_office import by_whom, office_named

if TYPE_CHECKING:
    from openmso.casework.external_review.published_decisions.actions.load_decisions import Loaded
    from openmso.casework.external_review.published_decisions.file.reading import ReadFile

HELP = "the regulator's public file of decisions (CSV, packed or not)"


def add_arguments(load: argparse.ArgumentParser) -> None:
    """Describe the options of `imr load FILE`."""
    load.add_argument("file", type=Path, metavar="FILE", help="CSV; .xz, .gz and .bz2 are unpacked")
    load.add_argument("--json", action="store_true", help="for programs; no progress is shown")
    load.add_argument(
        "--tenant", metavar="KEY", help="the office whose history notes it; they all see the same"
    )
    load.add_argument("--by", metavar="NAME", help="who loads it (default: your user name here)")
    load.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Load and tell what was done. Refused lines do not make the load fail."""
    installation.enter(args.data_dir)
    from openmso.casework.external_review.published_decisions.actions.load_decisions import (
        load_decisions,
    )
    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.office.tenants.whose_rows import of_tenant

    from . import imr_file

    tenant, at, started = office_named(args.tenant), clock.now(), time.monotonic()
    say = ProgressLines() if not args.json else _say_nothing
    say("reading")
    found = imr_file.read(args.file, at=at)
    with of_tenant(tenant.id):
        loaded = load_decisions(
            found.decisions,
            digest=found.digest,
            by=Actor.system(by_whom(args.by), tenant.id),
            at=at,
            progress=lambda done: say("writing", done, len(found.decisions)),
        )
    seconds = time.monotonic() - started
    told = _for_programs(found, loaded) if args.json else _for_people(found, loaded, seconds)
    sys.stdout.write(told)
    return 0


def _say_nothing(*_: object) -> None:
    return


def _for_people(found: "ReadFile", loaded: "Loaded", seconds: float) -> str:
    from . import imr_file

    years = [one.year for one in found.decisions]
    span = f", {min(years)} to {max(years)}" if years else ""
    lines = [
        f"Read {len(found.decisions):,} decisions{span} ({found.encoding}).",
        f"Added {loaded.added:,}, changed {loaded.changed:,}, known {loaded.known:,}.",
        *imr_file.faults_told(found),
        f"Took {seconds:.1f} s.",
    ]
    return "\n".join(lines) + "\n"


def _for_programs(found: "ReadFile", loaded: "Loaded") -> str:
    from . import imr_file

    done = {"added": loaded.added, "changed": loaded.changed, "known": loaded.known}
    return json.dumps(done | imr_file.as_object(found), indent=2, ensure_ascii=False) + "\n"
