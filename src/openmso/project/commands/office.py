"""`openmso office WHAT`: open an office, publish its numbers, invite its first administrator."""

import argparse

from . import Command, office_add, office_admin, office_lines, office_organizations

HELP = "open an office and invite its first administrator"
_KINDS: dict[str, Command] = {
    "add": office_add,
    "lines": office_lines,
    "organizations": office_organizations,
    "admin": office_admin,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what can be done, each with its options."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for name, kind in _KINDS.items():
        kind.add_arguments(kinds.add_parser(name, help=kind.HELP, allow_abbrev=False))


def run(args: argparse.Namespace) -> int:
    """Do it, and tell what was done. Doing it again changes nothing."""
    return _KINDS[args.what].run(args)
