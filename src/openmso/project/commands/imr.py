"""`openmso imr WHAT`: the published decisions of Independent Medical Review."""

import argparse

from . import Command, imr_figures, imr_load

HELP = "load what independent reviewers decided, or count it into our figures"
_KINDS: dict[str, Command] = {"load": imr_load, "figures": imr_figures}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what can be done, each with its options."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for name, kind in _KINDS.items():
        kind.add_arguments(kinds.add_parser(name, help=kind.HELP, allow_abbrev=False))


def run(args: argparse.Namespace) -> int:
    """Do it, and tell what was done."""
    return _KINDS[args.what].run(args)
