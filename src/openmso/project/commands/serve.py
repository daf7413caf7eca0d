"""`openmso serve`: answer web requests."""

import argparse

from openmso.project import installation
from openmso.project.keys_at_start import refuse_missing_keys

HELP = "answer web requests"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many hands."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="processes (%(default)s)")
    parser.add_argument("--threads", type=int, default=4, help="threads in each (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop (Ctrl-C or SIGTERM)."""
    from openmso.project import schema, web_server

    installation.enter()
    web_server.check()
    schema.refuse_open_locks()
    refuse_missing_keys()
    web_server.serve(args.host, args.port, workers=args.workers, threads=args.threads)
    return 0
