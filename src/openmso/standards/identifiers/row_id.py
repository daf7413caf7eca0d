"""Identifiers of our own rows: unguessable, and in the order in which they were made."""

import os
import time
from uuid import UUID

_VERSION, _VARIANT = 0x7 << 76, 0b10 << 62


def new_id() -> UUID:
    """Return a UUID of version 7 (RFC 9562, 5.7): milliseconds since 1970, then 74 random bits.

    Rows that are made together lie together in every index, so that a large office writes as fast
    as a small one. The random bits, not the time, keep it from being guessed. The time is the
    machine's, it only orders rows: nobody reads from it when something happened.
    """
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10))
    high, low = (chance >> 62) & 0xFFF, chance & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | _VERSION | high << 64 | _VARIANT | low)
