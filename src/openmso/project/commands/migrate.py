"""`openmso migrate`: bring the database to the shape this version needs."""

import argparse

from openmso.project import installation, schema

HELP = "bring the database to the shape this version needs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes no options; DATABASE_URL names the database."""


def run(args: argparse.Namespace) -> int:
    """Migrate the office's database. Safe to run again."""
    del args
    installation.enter()
    schema.migrate(verbosity=1)
    return 0
