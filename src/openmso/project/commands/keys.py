"""`openmso keys`: the installation's own keys, which lie outside database and data folder."""

import argparse
import sys
from pathlib import Path

from openmso.project import installation
from openmso.project.refusal import Refusal

HELP = "make the keys that sign seals and lock files; lock files with a new one"
_TELL_EVERY = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the keys."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="WHAT")
    for name, what in (
        ("make", "make each key that is not there; replaces none"),
        ("rotate", "make a new key for files and lock every stored file with it"),
        ("lock-files", "lock every stored file that is plain or under an older key"),
    ):
        act = acts.add_parser(name, help=what)
        act.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Do it and say what was done; 1 when a file does not open."""
    installation.enter(args.data_dir)
    from openmso.office.keys.folder import KeyMissing
    from openmso.project.keys_at_start import refuse_unknown_key

    refuse_unknown_key()
    try:
        return {"make": _make, "rotate": _rotate, "lock-files": _lock_files}[args.act]()
    except KeyMissing as broken:
        raise Refusal(str(broken)) from None


def _make() -> int:
    from openmso.office.keys.folder import key_folder
    from openmso.office.keys.ready import make_missing_keys

    made = make_missing_keys()
    done = f"Made in {key_folder()}: {', '.join(made)}." if made else "Every key is there."
    keep = " Keep a copy in a safe place, apart from every backup." if made else ""
    sys.stdout.write(f"{done}{keep}\n")
    return 0


def _rotate() -> int:
    from openmso.office.keys.file_keys import current_file_key, make_file_key

    former = current_file_key()
    key = make_file_key()
    sys.stdout.write(
        f"New files are locked with files-{key.number}.key from now on. Keep a copy in a safe "
        f"place. files-{former.number}.key is still needed for backups made until today.\n"
    )
    return _lock_files()


def _lock_files() -> int:
    from openmso.office.documents.relocking import Relocked, relock_all

    counts = Relocked()
    for counts in relock_all():
        if counts.seen % _TELL_EVERY == 0:
            sys.stdout.write(f"{counts.seen:,} files seen.\n")
    sys.stdout.write(
        f"{counts.relocked:,} files locked with the present key, {counts.fitting:,} were already.\n"
    )
    if counts.problems:
        sys.stdout.write(
            f"{counts.problems:,} do not open and were left as they are. The first one: "
            f"{counts.first_problem}\n"
        )
    return 1 if counts.problems else 0
