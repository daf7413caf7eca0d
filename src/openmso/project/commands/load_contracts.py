"""`openmso load contracts DIR`: whom an office works for, and who decides what."""

import argparse
from typing import TYPE_CHECKING

from . import taking_over

if TYPE_CHECKING:
    from openmso.channels.office_files.outcome import LoadOrder, Outcome

HELP = "IPAs, health plans, their products and the delegation terms, from CSV files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe where the files are, and the options."""
    taking_over.add_arguments(
        parser, metavar="FILE|DIR", holds="holds ipas.csv, plans.csv, products.csv, delegation.csv"
    )


def run(args: argparse.Namespace) -> int:
    """Take over what is new, end what it replaces; with any fault write nothing."""

    def load(order: "LoadOrder") -> "Outcome":
        from openmso.channels.office_files.contracts import load_contracts

        return load_contracts(args.place, order)

    return taking_over.run(args, load)
