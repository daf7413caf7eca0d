"""Where the bytes lie: in the data folder, named by their own hash.

Written before the row that points to them and never changed, so a killed process leaves at most a
file that nothing points to.
"""

import os
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings


class FileLost(FileNotFoundError):
    """The row is there and its bytes are not."""


def keep(content: bytes) -> str:
    """Store these bytes durably and return their SHA-256 in hex."""
    digest = sha256(content).hexdigest()
    place = _place(digest)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile(dir=place.parent, delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(place)
    return digest


def read(digest: str) -> bytes:
    """Return stored bytes. Raises FileLost when they are gone, or no longer match their hash."""
    try:
        content = _place(digest).read_bytes()
    except FileNotFoundError:
        raise FileLost(f"no stored file {digest[:12]}") from None
    if sha256(content).hexdigest() != digest:
        raise FileLost(f"stored file {digest[:12]} no longer matches its hash")
    return content


def _place(digest: str) -> Path:
    return Path(settings.DATA_DIR) / "documents" / digest[:2] / digest[2:4] / digest
