"""`openmso load WHAT`: take in from files what an office does not type in."""

import argparse

from . import (
    Command,
    load_authorization_list,
    load_benefits,
    load_contracts,
    load_criteria,
    load_network,
    load_people,
    load_services,
    load_wording,
)

HELP = "take in contracts, network, lists, criteria, people or wording from files"
_KINDS: dict[str, Command] = {
    "contracts": load_contracts,
    "network": load_network,
    "criteria": load_criteria,
    "authorization-list": load_authorization_list,
    "benefits": load_benefits,
    "services": load_services,
    "people": load_people,
    "wording": load_wording,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what can be loaded, each with its options."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for name, kind in _KINDS.items():
        kind.add_arguments(kinds.add_parser(name, help=kind.HELP, allow_abbrev=False))


def run(args: argparse.Namespace) -> int:
    """Load, and tell what was done."""
    return _KINDS[args.what].run(args)
