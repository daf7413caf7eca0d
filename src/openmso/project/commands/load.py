"""`openmso load WHAT`: take in from files what an office does not type in."""

import argparse

from . import Command, load_people, load_wording

HELP = "take in people, or official wording, from files"
_KINDS: dict[str, Command] = {"people": load_people, "wording": load_wording}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what can be loaded, each with its options."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for name, kind in _KINDS.items():
        kind.add_arguments(kinds.add_parser(name, help=kind.HELP, allow_abbrev=False))


def run(args: argparse.Namespace) -> int:
    """Load, and tell what was done."""
    return _KINDS[args.what].run(args)
