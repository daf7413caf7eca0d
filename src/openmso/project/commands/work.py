"""`openmso work`: do the work that was put off, and what the schedule asks for."""

import argparse

from openmso.project import installation

HELP = "do the jobs: letters, sending, deadlines"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many jobs at once."""
    parser.add_argument("--threads", type=int, default=2, help="jobs at once (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Work until told to stop (Ctrl-C or SIGTERM); a job in hand is finished first."""
    from openmso.project import job_worker

    installation.enter()
    job_worker.work(threads=args.threads)
    return 0
