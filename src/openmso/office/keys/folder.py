"""The folder of the installation's keys, one file each.

It lies outside the database and the data folder and is backed up apart from both: who gets hold of
one of their backups must not find the keys in it.
"""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings


class KeyMissing(Exception):
    """A key file is not there, or is none. The sentence is for the people who run the office."""


def key_folder() -> Path:
    """Return the folder, there or not."""
    return Path(settings.KEY_DIR)


def read_key_file(name: str) -> bytes:
    """Return the content of one key file. Raises KeyMissing."""
    file = key_folder() / name
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise KeyMissing(
            f"The key file {file} is not there. Put it back from its safe place; for an office "
            "that never had one, `openmso keys make` makes it."
        ) from None
    except OSError as trouble:
        raise KeyMissing(f"The key file {file} cannot be read: {trouble.strerror}.") from None


def make_key_file(name: str, content: bytes) -> None:
    """Write one key file, readable by its owner only. Raises FileExistsError: none is replaced.

    Whoever finds the file finds it whole.
    """
    folder = key_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile(dir=folder, prefix=".part-") as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
        (folder / name).hardlink_to(part.name)


def key_files(pattern: str) -> list[Path]:
    """Return the key files whose names fit, by name."""
    return sorted(key_folder().glob(pattern))
