"""`openmso load benefits FILE`: what the benefit books of the plans say."""

import argparse
from typing import TYPE_CHECKING

from . import taking_over

if TYPE_CHECKING:
    from openmso.channels.office_files.outcome import LoadOrder, Outcome

HELP = "sections of the plans' benefit books, from a CSV file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe where the files are, and the options."""
    taking_over.add_arguments(parser, metavar="FILE", holds="CSV; one section a row")


def run(args: argparse.Namespace) -> int:
    """Take over what is new, end what it replaces; with any fault write nothing."""

    def load(order: "LoadOrder") -> "Outcome":
        from openmso.channels.office_files.benefits import load_benefits

        return load_benefits(args.place, order)

    return taking_over.run(args, load)
