"""A folder two systems watch: we lay a file and its ticket there, the other side takes them.

The file comes first, the ticket last and in one step, so whoever sees a ticket finds a whole file.
A key is laid down once: the first ticket of a key stays, and every later try returns that one.
"""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from openmso.office.outbound.interfaces import CarrierFailed

TICKET = ".json"

Ticket = Mapping[str, object]


class ExchangeFolder:
    """The folder, made when it is first used; only its owner may look into it."""

    def __init__(self, folder: Path, *, suffix: str = ".pdf") -> None:
        self.folder, self.suffix = folder, suffix

    def lay_down(self, key: str, content: bytes, ticket: Ticket) -> dict[str, object]:
        """Leave file and ticket and return the ticket that holds for `key`. Raises CarrierFailed.

        The ticket gets the key, the file's name, size in bytes and SHA-256.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return self.ticket_of(key) or self._lay_down(key, content, ticket)
        except OSError as trouble:
            raise CarrierFailed(
                f"The exchange folder cannot be written: {trouble.strerror}."
            ) from None

    def _lay_down(self, key: str, content: bytes, ticket: Ticket) -> dict[str, object]:
        file = f"{key}{self.suffix}"
        whole = {
            "key": key,
            "file": file,
            "bytes": len(content),
            "sha256": sha256(content).hexdigest(),
            **ticket,
        }
        self._write(file, content, replace=True)
        text = json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            self._write(f"{key}{TICKET}", text.encode(), replace=False)
        except FileExistsError:  # another process was faster, with this very key
            return self.ticket_of(key) or whole
        return whole

    def ticket_of(self, key: str) -> dict[str, object] | None:
        """Return the ticket of `key`, or None when it was never laid down."""
        try:
            ticket: dict[str, object] = json.loads((self.folder / f"{key}{TICKET}").read_bytes())
        except FileNotFoundError:
            return None
        return ticket

    def tickets(self) -> list[dict[str, object]]:
        """Return every ticket that lies here, the newest first."""
        found = sorted(
            self.folder.glob(f"*{TICKET}"), key=lambda file: file.stat().st_mtime_ns, reverse=True
        )
        return [json.loads(file.read_bytes()) for file in found]

    def _write(self, name: str, content: bytes, *, replace: bool) -> None:
        """Write durably; without `replace` raises FileExistsError when the name is taken."""
        place = self.folder / name
        with NamedTemporaryFile(dir=self.folder, prefix=".part-", delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        half = Path(part.name)
        try:
            if replace:
                half.replace(place)
            else:
                place.hardlink_to(half)
        finally:
            half.unlink(missing_ok=True)
