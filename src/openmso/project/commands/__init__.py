"""`openmso`: the product's one door on the command line.

Each command is a module here with `HELP`, `add_arguments` and `run`. Only the one that was asked
for is loaded, so that `openmso rulebook` answers without Django.
"""

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

from openmso.project.refusal import Refusal

NAMES = (
    "demo",
    "migrate",
    "office",
    "serve",
    "work",
    "load",
    "paper",
    "imr",
    "report",
    "keys",
    "audit",
    "rulebook",
    "remedies",
    "requirements",
    "bench",
)
_WRONG_USE = 2


class Command(Protocol):
    """What a command's module offers."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, args: argparse.Namespace) -> int: ...


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status (0 done, 1 refused, 2 asked wrongly)."""
    words = sys.argv[1:] if words is None else words
    if not words or words[0] in {"-h", "--help", "help"}:
        sys.stdout.write(_overview())
        return 0
    name = words[0]
    if name not in names():
        near = get_close_matches(name, names(), n=1)
        hint = f" Did you mean `openmso {near[0]}`?" if near else ""
        sys.stderr.write(f'There is no command "{name}".{hint} `openmso` alone lists them.\n')
        return _WRONG_USE
    command = command_named(name)
    parser = argparse.ArgumentParser(
        prog=f"openmso {name}", description=command.HELP, allow_abbrev=False
    )
    command.add_arguments(parser)
    try:
        return command.run(parser.parse_args(words[1:]))
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def names() -> tuple[str, ...]:
    """The commands there are, in the order a newcomer needs them."""
    return tuple(name for name in NAMES if find_spec(f"{__name__}.{name}") is not None)


def command_named(name: str) -> Command:
    """Load one command's module."""
    return cast("Command", import_module(f"{__name__}.{name}"))


def _overview() -> str:
    lines = [f"  {name:<14}{command_named(name).HELP}" for name in names()]
    return "\n".join(
        [
            "usage: openmso COMMAND [options]",
            "",
            *lines,
            "",
            "`openmso COMMAND --help` tells more.",
            "",
        ]
    )
