"""`openmso demo`: a whole office with invented people, on this machine, in one command."""

import argparse
import re
import sys
from datetime import timedelta
from pathlib import Path

from openmso.project import installation
from openmso.project.demo_folder import DemoFolder
from openmso.project.refusal import Refusal

HELP = "run a whole office with invented people"
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The office's own options, and what can be done to an office that runs."""
    _add_data_dir(parser, default=installation.DEFAULT_DEMO_FOLDER)
    parser.add_argument("--port", type=int, default=8000, help="port to answer on (%(default)s)")
    parser.add_argument(
        "--members", type=int, default=2000, help="members of a new office (%(default)s)"
    )
    parser.add_argument("--fresh", action="store_true", help="delete the old office, build anew")
    parts = parser.add_subparsers(dest="part", metavar="")
    sign_in = parts.add_parser("sign-in", help="print a session cookie of the running demo")
    sign_in.add_argument("role", help="a role, such as um_nurse, or an e-mail address")
    _add_data_dir(sign_in, default=argparse.SUPPRESS)
    advance = parts.add_parser("advance", help="push the running demo's clock forward")
    advance.add_argument("by", type=_length, help="how far: 3d, 4h or 30m")
    _add_data_dir(advance, default=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Run the office until Ctrl-C, or do one thing to the one that runs."""
    folder = DemoFolder(args.data_dir.resolve())
    if args.part == "sign-in":
        return _sign_in(folder, args.role)
    if args.part == "advance":
        return _advance(folder, args.by)
    if args.members < 1:
        raise Refusal("An office needs at least one member: --members 200, for example.")
    from openmso.project import demo_office

    demo_office.run(folder, port=args.port, members=args.members, fresh=args.fresh)
    return 0


def _sign_in(folder: DemoFolder, role: str) -> int:
    installation.enter(folder.path)
    from openmso.project.demo_sign_in import session_cookie

    sys.stdout.write(session_cookie(role) + "\n")
    return 0


def _advance(folder: DemoFolder, by: timedelta) -> int:
    installation.enter(folder.path)
    from openmso.project.demo_clock import push

    sys.stdout.write(f"The demo's clock now says {push(by):%Y-%m-%d %H:%M} UTC.\n")
    return 0


def _add_data_dir(parser: argparse.ArgumentParser, default: Path | str) -> None:
    parser.add_argument(
        "--data-dir", type=Path, default=default, help="the demo's folder (./demo-data)"
    )


def _length(text: str) -> timedelta:
    found = re.fullmatch(r"(\d{1,4})([dhm])", text)
    if found is None:
        raise argparse.ArgumentTypeError(f'not a length of time: "{text}" (write 3d, 4h or 30m)')
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
