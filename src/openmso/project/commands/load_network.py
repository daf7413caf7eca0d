"""`openmso load network DIR`: who treats members, where, and in which network."""

import argparse
from typing import TYPE_CHECKING

from . import taking_over

if TYPE_CHECKING:
    from openmso.channels.office_files.outcome import LoadOrder, Outcome

HELP = "practices, practitioners and networks, from CSV files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe where the files are, and the options."""
    taking_over.add_arguments(
        parser,
        metavar="FILE|DIR",
        holds="holds practices.csv, practitioners.csv, placements.csv, network.csv",
    )


def run(args: argparse.Namespace) -> int:
    """Take over what is new, end what it replaces; with any fault write nothing."""

    def load(order: "LoadOrder") -> "Outcome":
        from openmso.channels.office_files.network import load_network

        return load_network(args.place, order)

    return taking_over.run(args, load)
