"""Locks every stored file with the present key: plain ones, and those under an older key.

Safe to stop at any moment and to run again, also while the office works.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from openmso.office.keys.file_keys import current_file_key, file_key

from .store import FileLost, read, stored_files, write_locked

_A_FEW = 50


@dataclass(slots=True)
class Relocked:
    """How many files were already under the present key, were locked anew, or do not open."""

    fitting: int = 0
    relocked: int = 0
    problems: int = 0
    first_problem: str = ""

    @property
    def seen(self) -> int:
        return self.fitting + self.relocked + self.problems


def relock_all() -> Iterator[Relocked]:
    """Go through all stored files; yields the counts after each. Raises KeyMissing."""
    present = current_file_key().id
    so_far = Relocked()
    for digest, key_id in stored_files():
        if key_id == present:
            so_far.fitting += 1
        else:
            _relock(digest, so_far)
        yield so_far


def unknown_key() -> str:
    """Return the id of a key that stored files need and that is not in the folder, "" for none.

    Looks at a few files only: a folder with other keys is told by the first ones.
    """
    for _, key_id in islice(stored_files(), _A_FEW):
        if key_id is not None and file_key(key_id) is None:
            return key_id.hex()
    return ""


def _relock(digest: str, so_far: Relocked) -> None:
    try:
        write_locked(read(digest), digest)
    except FileLost as problem:
        so_far.problems += 1
        so_far.first_problem = so_far.first_problem or str(problem)
    else:
        so_far.relocked += 1
