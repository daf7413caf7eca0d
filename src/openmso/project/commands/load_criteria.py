"""`openmso load criteria FILE`: what a request is compared with, in dated editions."""

import argparse
from typing import TYPE_CHECKING

from . import taking_over

if TYPE_CHECKING:
    from openmso.channels.office_files.outcome import LoadOrder, Outcome

HELP = "dated editions of clinical criteria, from a YAML file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe where the files are, and the options."""
    taking_over.add_arguments(parser, metavar="FILE", holds="YAML: a list called criteria")


def run(args: argparse.Namespace) -> int:
    """Take over what is new, end what it replaces; with any fault write nothing."""

    def load(order: "LoadOrder") -> "Outcome":
        from openmso.channels.office_files.criteria import load_criteria

        return load_criteria(args.place, order)

    return taking_over.run(args, load)
