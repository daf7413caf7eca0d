"""Runs the wanted steps on a throw-away office and prints a JSON line for each measurement."""

import os
import time
from typing import Any, TextIO

from openmso.project import embedded_postgres
from openmso.project.progress import ProgressLines

from .bars import summary
from .measured import as_json
from .throwaway_office import throwaway_office
from .wanted import Wanted

_SETTLE_SECONDS = 5.0  # the worker comes up, the disk takes in what was filled


def measure(wanted: Wanted, *, out: TextIO, progress_to: TextIO) -> None:
    """Print the machine, each step and at last the bars to `out`, progress to `progress_to`."""
    lines: list[dict[str, Any]] = []

    def say(line: dict[str, Any]) -> None:
        lines.append(line)
        out.write(as_json(line) + "\n")
        out.flush()

    say(_machine())
    progress = ProgressLines(progress_to)
    progress("starting a database of its own")
    with throwaway_office(wanted.folder) as office:
        office.enter(embedded_postgres.DATABASE)
        from .prepared import Sizes, prepared
        from .steps import Run

        sizes = Sizes(small=wanted.small, large=wanted.large)
        with prepared(office, sizes, progress=progress) as ready:
            time.sleep(min(_SETTLE_SECONDS, wanted.seconds))
            run = Run(ready, wanted)
            for step in wanted.steps:
                progress(f"measuring {step}")
                for line in run.lines_of(step):
                    say(line)
    say(summary(lines))


def _machine() -> dict[str, Any]:
    """Say what the figures were measured on, and how busy it was before."""
    return {
        "step": "machine",
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
    }
