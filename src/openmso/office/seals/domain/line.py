"""One line under a seal: which row of which ledger, and the digest of all it said."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

GONE = "gone before it was sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`digest` is SHA-256 in hex, or GONE when the row was missing as its seal was made."""

    ledger: str
    row_id: UUID
    digest: str


def digest_of(ledger: str, row: Mapping[str, object]) -> str:
    """Return the SHA-256 of one row as canonical JSON: names in order, instants in UTC.

    Raises TypeError for a value that has no one way to be written.
    """
    plain = {name: _plain(value) for name, value in row.items()}
    return sha256(canonical({"ledger": ledger, "row": plain})).hexdigest()


def canonical(facts: Mapping[str, object]) -> bytes:
    """Write plain values in the one way that is hashed and signed."""
    return json.dumps(
        facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID):
        return str(value)
    if value is None or isinstance(value, str | int | float | list | dict):
        return value
    raise TypeError(f"no one way to write a {type(value).__name__} under a seal")
