"""`openmso load services FILE`: the codes of services and the words by which they are found."""

import argparse
from typing import TYPE_CHECKING

from . import taking_over

if TYPE_CHECKING:
    from openmso.channels.office_files.outcome import LoadOrder, Outcome

HELP = "service codes and their words, from a CSV file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe where the files are, and the options."""
    taking_over.add_arguments(parser, metavar="FILE", holds="CSV; one code a row")


def run(args: argparse.Namespace) -> int:
    """Take over what is new, end what it replaces; with any fault write nothing."""

    def load(order: "LoadOrder") -> "Outcome":
        from openmso.channels.office_files.services import load_services

        return load_services(args.place, order)

    return taking_over.run(args, load)
