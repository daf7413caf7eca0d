"""`openmso work`: do the work that was put off, and what the schedule asks for."""

import argparse

from openmso.project import installation
from openmso.project.keys_at_start import refuse_missing_keys
from openmso.project.rules_at_start import refuse_wrong_rules

HELP = "do the jobs: letters, sending, deadlines"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many jobs at once."""
    parser.add_argument("--threads", type=int, default=2, help="jobs at once (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Work until told to stop (Ctrl-C or SIGTERM); a job in hand is finished first."""
    from openmso.project import job_worker, schema

    installation.enter()
    refuse_wrong_rules()
    schema.refuse_open_locks()
    refuse_missing_keys()
    job_worker.work(threads=args.threads)
    return 0
