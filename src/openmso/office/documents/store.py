"""Where the bytes lie: in the data folder, named by their own hash and locked with a key that lies
elsewhere (locked_file.py). Files from before there were keys lie there as they are.

Written before the row that points to them and never changed, so a killed process leaves at most a
file that nothing points to.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from openmso.office.keys.file_keys import current_file_key, file_key

from .locked_file import HEADER_BYTES, DoesNotOpen, key_id_of, lock, unlock


class FileLost(FileNotFoundError):
    """The row is there and its bytes are not."""


class FileLocked(FileLost):
    """The bytes are there, and the key that opens them is not in the key folder."""


def keep(content: bytes) -> str:
    """Store these bytes durably and return their SHA-256 in hex. Raises KeyMissing."""
    digest = sha256(content).hexdigest()
    if not _is_there(digest):
        write_locked(content, digest)
    return digest


def read(digest: str) -> bytes:
    """Return stored bytes. Raises FileLost when they are gone, or no longer match their hash, and
    FileLocked when their key is missing."""
    try:
        stored = _place(digest).read_bytes()
    except FileNotFoundError:
        raise FileLost(f"no stored file {digest[:12]}") from None
    content = _opened(stored, digest)
    if sha256(content).hexdigest() != digest:
        raise FileLost(f"stored file {digest[:12]} no longer matches its hash")
    return content


def write_locked(content: bytes, digest: str) -> None:
    """Write one file under the present key, in the place of the one that may be there."""
    locked = lock(content, digest=digest, key=current_file_key())
    place = _place(digest)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile(dir=place.parent, prefix=".part-", delete=False) as part:
        part.write(locked)
        part.flush()
        os.fsync(part.fileno())
    Path(part.name).replace(place)


def stored_files() -> Iterator[tuple[str, bytes | None]]:
    """Yield the hash of every stored file with the id of its key, None for a plain file."""
    for place in _folder().glob("??/??/*"):
        if len(place.name) == len(sha256().hexdigest()) and place.is_file():
            with place.open("rb") as file:
                yield place.name, key_id_of(file.read(HEADER_BYTES))


def _opened(stored: bytes, digest: str) -> bytes:
    key_id = key_id_of(stored)
    if key_id is None:
        return stored
    key = file_key(key_id)
    if key is None:
        raise FileLocked(
            f"The stored file {digest[:12]} is locked with the key {key_id.hex()}, which is not in "
            "the key folder. Nothing is lost: put the key back."
        )
    try:
        return unlock(stored, digest=digest, key=key)
    except DoesNotOpen:
        raise FileLost(f"stored file {digest[:12]} no longer matches its lock") from None


def _is_there(digest: str) -> bool:
    """Tell whether the file lies there and can be opened; one whose key is lost is written anew."""
    try:
        with _place(digest).open("rb") as file:
            key_id = key_id_of(file.read(HEADER_BYTES))
    except FileNotFoundError:
        return False
    return key_id is None or file_key(key_id) is not None


def _place(digest: str) -> Path:
    return _folder() / digest[:2] / digest[2:4] / digest


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "documents"
