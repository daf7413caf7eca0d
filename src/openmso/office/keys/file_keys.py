"""The keys that lock stored files: `files-1.key`, `files-2.key` … The highest number locks new
files; the others stay to open what they have locked.
"""

import re
import secrets
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from .folder import KeyMissing, key_files, key_folder, make_key_file, read_key_file

_NAME = re.compile(r"files-([1-9][0-9]*)\.key")
_BYTES = 32


@dataclass(frozen=True, slots=True)
class FileKey:
    """One key for AES-256-GCM. `number` is its place in the folder, `id` what files call it."""

    number: int
    secret: bytes

    @property
    def id(self) -> bytes:
        """Eight bytes that name the key and tell nothing about it."""
        return sha256(b"file key " + self.secret).digest()[:8]


def current_file_key() -> FileKey:
    """Return the key that locks new files. Raises KeyMissing."""
    keys = file_keys()
    if not keys:
        read_key_file("files-1.key")  # says what is missing, and what to do
    return keys[-1]


def file_key(key_id: bytes) -> FileKey | None:
    """Return the key a file names, or None when it is not in the folder. Raises KeyMissing."""
    return _known(key_id) or _known_by_now(key_id)


def make_file_key() -> FileKey:
    """Make the next key. Raises FileExistsError when somebody else just made it."""
    keys = file_keys()
    key = FileKey(keys[-1].number + 1 if keys else 1, secrets.token_bytes(_BYTES))
    make_key_file(f"files-{key.number}.key", key.secret.hex().encode() + b"\n")
    _read.cache_clear()
    return key


def file_keys() -> tuple[FileKey, ...]:
    """Return all keys, the present one last; none is no mistake. Raises KeyMissing for a broken
    one."""
    folder = key_folder()
    try:
        changed = folder.stat().st_mtime_ns
    except FileNotFoundError:
        return ()
    return _read(folder, changed)


def _known(key_id: bytes) -> FileKey | None:
    return next((key for key in file_keys() if key.id == key_id), None)


def _known_by_now(key_id: bytes) -> FileKey | None:
    # The folder's time of change is coarse: a key made just after it was read hides behind it.
    _read.cache_clear()
    return _known(key_id)


@lru_cache(maxsize=4)
def _read(folder: Path, _changed: int) -> tuple[FileKey, ...]:
    """Read the folder once for each time something was put into it or taken out."""
    del folder, _changed
    named = [(_NAME.fullmatch(file.name), file.name) for file in key_files("files-*.key")]
    keys = [FileKey(int(match[1]), _secret(name)) for match, name in named if match]
    return tuple(sorted(keys, key=lambda key: key.number))


def _secret(name: str) -> bytes:
    try:
        secret = bytes.fromhex(read_key_file(name).decode("ascii").strip())
    except ValueError:
        secret = b""
    if len(secret) != _BYTES:
        raise KeyMissing(f"The key file {key_folder() / name} is not a key that can be read.")
    return secret
