"""The key that signs seals (Ed25519), and the public halves that check them.

A public half stays in the folder when its key is replaced: older seals are checked with it.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from .folder import KeyMissing, key_files, make_key_file, read_key_file

PRIVATE = "seal.key"
_PUBLIC = "seal-*.pub"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The half of the key that anyone may have: it checks signatures and makes none."""

    key: Ed25519PublicKey

    @classmethod
    def from_pem(cls, pem: bytes) -> "PublicKey":
        """Read a key. Raises ValueError for anything else."""
        key = load_pem_public_key(pem)
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError("not an Ed25519 public key")
        return cls(key)

    @property
    def id(self) -> str:
        """Sixteen letters that name this key; they stand in every seal."""
        return sha256(self.key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:16]

    def pem(self) -> bytes:
        """Return the key as text."""
        return self.key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def has_signed(self, message: bytes, signature: str) -> bool:
        """Tell whether `signature` (hex) is this key's, for exactly this message."""
        try:
            self.key.verify(bytes.fromhex(signature), message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The secret half."""

    key: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.key.public_key())

    def sign(self, message: bytes) -> str:
        """Return the signature in hex."""
        return self.key.sign(message).hex()


def signing_key() -> SigningKey:
    """Return the key that signs from now on. Raises KeyMissing."""
    try:
        key = load_pem_private_key(read_key_file(PRIVATE), password=None)
    except (ValueError, TypeError):
        raise KeyMissing(f"The key file {PRIVATE} is not a key that can be read.") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyMissing(f"The key file {PRIVATE} is not an Ed25519 key.")
    return SigningKey(key)


def public_keys() -> Mapping[str, PublicKey]:
    """Return every public half in the folder by its id. Raises KeyMissing for a broken file."""
    found = {}
    for file in key_files(_PUBLIC):
        try:
            key = PublicKey.from_pem(file.read_bytes())
        except ValueError:
            raise KeyMissing(f"The key file {file} is not a public key of ours.") from None
        found[key.id] = key
    return found


def make_signing_key() -> SigningKey:
    """Make a new key. Raises FileExistsError: none is replaced."""
    made = SigningKey(Ed25519PrivateKey.generate())
    text = made.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    make_key_file(PRIVATE, text)
    return made


def lay_out_public_half(key: SigningKey) -> None:
    """Put the public half beside the key, for the day on which another key signs."""
    with suppress(FileExistsError):
        make_key_file(f"seal-{key.public.id}.pub", key.public.pem())
