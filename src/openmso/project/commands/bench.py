"""`openmso bench`: how fast this office is on this machine, as JSON lines."""

import argparse
import signal
import sys
import time
from pathlib import Path

HELP = "measure how fast the office is on this machine"
_SMALL = 10_000
_QUICK = {"seconds": 3.0, "widest": 4.0, "life": 20.0, "large": 100_000}
_FULL = {"seconds": 20.0, "widest": 60.0, "life": 300.0, "large": 1_000_000}
_QUICK_PATIENCE_SECONDS = 60.0
_PATIENCE_SECONDS = 15 * 60.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which steps, how long, at how many clients."""
    parser.add_argument(
        "--quick", action="store_true", help="a look in a few minutes; its figures are rough"
    )
    parser.add_argument(
        "--only", action="append", metavar="STEP", help="only this step (may be given again)"
    )
    parser.add_argument("--seconds", type=float, help="length of every step, at any clients")
    parser.add_argument("--life-seconds", type=float, help="length of the whole life of cases")
    parser.add_argument(
        "--clients", type=_numbers, default=(1, 4, 8), help="clients at once (1,4,8)"
    )
    parser.add_argument(
        "--small", type=int, default=_SMALL, help="open cases of the small office (10,000)"
    )
    parser.add_argument("--large", type=int, help="open cases of the large office (1,000,000)")
    parser.add_argument(
        "--folder", type=Path, help="where the throw-away office is made (the system's choice)"
    )


def run(args: argparse.Namespace) -> int:
    """Measure and print; 0 whenever it ran, whatever the figures are."""
    from openmso.project.bench.report import measure
    from openmso.project.bench.wanted import Wanted, steps_named

    usual = _QUICK if args.quick else _FULL
    wanted = Wanted(
        steps=steps_named(args.only or ()),
        clients=tuple(sorted(args.clients)),
        seconds=args.seconds or usual["seconds"],
        widest_seconds=args.seconds or usual["widest"],
        life_seconds=args.life_seconds or usual["life"],
        letter_patience_seconds=_QUICK_PATIENCE_SECONDS if args.quick else _PATIENCE_SECONDS,
        small=args.small,
        large=args.large or int(usual["large"]),
        folder=args.folder,
    )
    # Asked to stop is as by Ctrl-C: the servers it started end with it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    began = time.monotonic()
    measure(wanted, out=sys.stdout, progress_to=sys.stderr)
    sys.stderr.write(f"  {time.monotonic() - began:.0f} seconds in all\n")
    return 0


def _numbers(text: str) -> tuple[int, ...]:
    try:
        found = tuple(int(part) for part in text.split(","))
    except ValueError:
        found = ()
    if not found or min(found) < 1:
        raise argparse.ArgumentTypeError(f'not numbers of clients: "{text}" (write 1,4,8)')
    return found
