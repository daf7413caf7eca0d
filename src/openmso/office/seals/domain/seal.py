"""What one seal states: these lines, at these places, after that seal. This is what is signed.

Lines are numbered without a gap for each office, seals too; each seal names the digest of the one
before it. So a line cannot be changed, taken out, put in or moved without breaking a seal.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from .line import Line, canonical

NOTHING_BEFORE = "0" * 64
FORM = 1
"""The way lines and seals are written down. Another way gets another number; this one stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One seal. `root` is the digest of its lines in order, `previous` that of the seal before."""

    tenant_id: UUID
    number: int
    first_line: int
    last_line: int
    root: str
    previous: str
    sealed_at: datetime
    key_id: str
    form: int = FORM

    def signed_bytes(self) -> bytes:
        """Return exactly what the key signs."""
        return canonical(
            {
                "tenant": str(self.tenant_id),
                "number": self.number,
                "first_line": self.first_line,
                "last_line": self.last_line,
                "root": self.root,
                "previous": self.previous,
                "sealed_at": self.sealed_at.astimezone(UTC).isoformat(timespec="microseconds"),
                "key": self.key_id,
                "form": self.form,
            }
        )

    @property
    def digest(self) -> str:
        """Return what the next seal names as its `previous`."""
        return sha256(self.signed_bytes()).hexdigest()


def root_of(lines: list[Line]) -> str:
    """Return the digest of these lines in this order."""
    text = "".join(f"{line.ledger} {line.row_id} {line.digest}\n" for line in lines)
    return sha256(text.encode()).hexdigest()
