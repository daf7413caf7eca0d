"""Has the scanner look at what it has not seen yet: files that came while it was down or absent."""

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import every

from .actions.record_scan import record_scan
from .models import Document
from .queries import not_scanned_yet
from .scanning import CannotScan, Scanner, ScannerDown, wiring
from .store import FileLost, read

SCANNER = "Virus scanner"
AT_ONCE = 100


@every("*/1 * * * *", name="documents.scan_what_waits")
def scan_what_waits() -> None:
    """Scan up to a hundred files, those that are held back first.

    Safe to run twice: a file that was scanned is not asked about again. A scanner that does not
    answer ends the round; the next minute asks anew.
    """
    scanner = wiring.scanner
    if scanner is None:
        return
    for document in not_scanned_yet(AT_ONCE):
        try:
            _scan(document, scanner)
        except ScannerDown:
            return


def _scan(document: Document, scanner: Scanner) -> None:
    try:
        found = scanner.scan(read(document.sha256))
    except (CannotScan, FileLost):
        return
    by = Actor.system(SCANNER, document.tenant_id)
    record_scan(document.id, found=found, by=by, at=clock.now())
