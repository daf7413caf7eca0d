"""`openmso load authorization-list FILE`: which services need an authorization, from when."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from . import taking_over

if TYPE_CHECKING:
    from openmso.channels.office_files.outcome import LoadOrder, Outcome

HELP = "which services need an authorization, from a CSV file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe where the file is, and the options."""
    taking_over.add_arguments(parser, metavar="FILE", holds="CSV; one answer for a code a row")
    parser.add_argument(
        "--whole-from",
        type=_day,
        metavar="DAY",
        help="the sheet is the whole list from this day: what it no longer names ends",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day; write 2026-01-31') from wrong


def run(args: argparse.Namespace) -> int:
    """Take over what is new, end what it replaces; with any fault write nothing."""

    def load(order: "LoadOrder") -> "Outcome":
        from openmso.channels.office_files.authorization_list import load_authorization_list

        return load_authorization_list(args.place, order, whole_from=args.whole_from)

    return taking_over.run(args, load)
