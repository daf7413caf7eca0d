"""The one-time link of an invitation: its secret leaves by mail, only its digest is kept."""

import secrets
from hashlib import sha256

_BYTES = 32


def new_secret() -> str:
    """Return a secret of 256 random bits, safe in an address."""
    return secrets.token_urlsafe(_BYTES)


def digest_of(secret: str) -> str:
    """Return what the database keeps of a secret: 64 hexadecimal digits.

    A plain hash is enough: nobody can try out 256 random bits.
    """
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
