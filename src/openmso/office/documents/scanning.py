"""Looking for viruses: what a scanner promises, and what an upload is while none has answered.

Without a scanner a file is marked "not scanned" and taken as it is. With one that does not answer
it is taken too, so that nobody loses a day over it, but nobody can open it until the scanner has.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from .inspection import MAXIMUM_BYTES, FileRefused, Inspected, inspect
from .models import Document


class ScannerDown(RuntimeError):
    """The scanner does not answer. The sentence says why; it will be asked again."""


class CannotScan(RuntimeError):
    """The scanner answers and will not look at this file: too large for its own limits."""


class Scanner(Protocol):
    def scan(self, content: bytes) -> str:
        """Return the name of what was found, "" when nothing was. Raises ScannerDown, CannotScan.

        Never waits longer than a person would before the page.
        """
        ...


@dataclass(slots=True)
class Wiring:
    """Filled once at start-up by the project floor; None where the office has no scanner."""

    scanner: Scanner | None = None


wiring = Wiring()


def take(content: bytes, *, maximum_bytes: int = MAXIMUM_BYTES) -> Inspected:
    """Check one upload and have it scanned as it arrived. Raises FileRefused.

    The file that comes back carries the scan state of its document.
    """
    inspected = inspect(content, maximum_bytes=maximum_bytes)
    return replace(inspected, scan=_state_after_scan(content).value)


def _state_after_scan(content: bytes) -> Document.Scan:
    if wiring.scanner is None:
        return Document.Scan.NOT_SCANNED
    try:
        found = wiring.scanner.scan(content)
    except (ScannerDown, CannotScan):
        return Document.Scan.WAITING
    if found:
        raise FileRefused(
            "The virus scanner found something harmful in this file, so it was not taken. What "
            "you typed and the other files are kept. Send a clean copy, or scan the paper anew."
        )
    return Document.Scan.CLEAN
