"""How a stored file is locked: AES-256-GCM, under a header that names the key.

    8 bytes  that no file from outside can begin with
    8 bytes  the key's id
    12 bytes made anew for every file
    the rest the content, locked, with its proof of 16 bytes

The file's own hash is part of the proof: a locked file that was exchanged for another one, or
changed by a bit, does not open.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from openmso.office.keys.file_keys import FileKey

# A text with a zero byte is refused as an upload, and no picture or PDF begins with one.
_MARK = b"\x00OMSO\x00\x01\n"
_KEY = slice(8, 16)
_NONCE = slice(16, 28)
HEADER_BYTES = 28


class DoesNotOpen(ValueError):
    """The key is the right one and the file is not what was locked."""


def key_id_of(stored: bytes) -> bytes | None:
    """Return the id of the key that locked this file; None for a plain one. A header is enough."""
    is_locked = stored.startswith(_MARK) and len(stored) >= HEADER_BYTES
    return stored[_KEY] if is_locked else None


def lock(content: bytes, *, digest: str, key: FileKey) -> bytes:
    """Return the file as it lies on the disk. `digest` is the SHA-256 of `content` in hex."""
    nonce = secrets.token_bytes(12)
    header = _MARK + key.id
    locked = AESGCM(key.secret).encrypt(nonce, content, header + bytes.fromhex(digest))
    return b"".join((header, nonce, locked))


def unlock(stored: bytes, *, digest: str, key: FileKey) -> bytes:
    """Return the content of a locked file. Raises DoesNotOpen."""
    proof = stored[: _NONCE.start] + bytes.fromhex(digest)
    view = memoryview(stored)
    try:
        return AESGCM(key.secret).decrypt(stored[_NONCE], view[HEADER_BYTES:], proof)
    except InvalidTag:
        raise DoesNotOpen(digest) from None
