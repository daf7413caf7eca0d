"""What can be found wrong under the seals, and where."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Wrong(StrEnum):
    """One kind of fault each, in words that can be printed."""

    CHANGED = "was changed after it was sealed"
    GONE = "was sealed and is gone"
    GONE_EARLY = "was already gone when its seal was made"
    NEVER_SEALED = "stands there, and neither a seal nor the waiting list knows it"
    WAITING_GONE = "waits for its seal and is gone"
    SEAL_CHANGED = "does not fit its signature: the seal itself was changed"
    SEAL_GONE = "is gone"
    SEAL_OUT_OF_ORDER = "does not follow the seal before it"
    UNKNOWN_KEY = "is signed with a key that is not this office's"
    TAIL_CUT = "is in the head you kept and is gone: the end was cut off, or an old backup put back"
    OTHER_HISTORY = "is not the seal in the head you kept: the history was written anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong. `line` and the row are empty where a whole seal is meant."""

    wrong: Wrong
    seal: int | None = None
    line: int | None = None
    ledger: str = ""
    row_id: UUID | None = None
    dated: datetime | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.wrong}."

    @property
    def place(self) -> str:
        """Where it is, from the seal down to the row."""
        seal = f"seal {self.seal}" if self.seal else ""
        line = f"line {self.line}" if self.line else ""
        row = f"{self.ledger} {self.row_id}" if self.row_id else ""
        day = f"of {self.dated:%Y-%m-%d %H:%M} UTC" if self.dated else ""
        return ", ".join(part for part in (seal, line, f"{row} {day}".strip()) if part)
