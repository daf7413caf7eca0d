"""A file is scanned as it arrives, held back while nobody answers, and looked at again."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from factories.roster import make_actor, make_tenant
from office.seals.sealed_office import SomeCase
from openmso.adapters.virus_scan.simulator import EICAR, ScannerSimulator
from openmso.office.documents import scanning
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import FileRefused
from openmso.office.documents.jobs import scan_what_waits
from openmso.office.documents.models import Document
from openmso.office.documents.queries import held_back
from openmso.office.documents.scanning import CannotScan, take
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
NOTE = b"Six weeks of therapy."
Scan = Document.Scan


class TooSmall:
    """A scanner that answers and will not look at anything."""

    def scan(self, content: bytes) -> str:
        raise CannotScan("too large")


@pytest.fixture
def scanner() -> Iterator[ScannerSimulator]:
    scanning.wiring.scanner = simulator = ScannerSimulator()
    yield simulator
    scanning.wiring.scanner = None


def put_on_a_case(office: Tenant, content: bytes = NOTE, *, source: str = "fax") -> Document:
    return attach(
        SomeCase(office.id, office.id),
        take(content),
        title="note.txt",
        source=source,
        received_at=AT,
        by=make_actor(office),
        at=AT,
    )


def test_without_a_scanner_a_file_says_that_nobody_looked() -> None:
    document = put_on_a_case(make_tenant())

    assert (document.scan, document.is_held_back) == (Scan.NOT_SCANNED, False)


def test_a_harmless_file_is_marked_clean(scanner: ScannerSimulator) -> None:
    document = put_on_a_case(make_tenant())

    assert (document.scan, document.is_held_back) == (Scan.CLEAN, False)


def test_a_virus_is_refused_with_words_that_say_what_to_do(scanner: ScannerSimulator) -> None:
    with pytest.raises(FileRefused, match="Send a clean copy"):
        take(EICAR)


def test_while_the_scanner_is_down_a_file_is_taken_and_held_back(
    scanner: ScannerSimulator,
) -> None:
    office = make_tenant()
    scanner.is_down = True

    document = put_on_a_case(office)

    assert (document.scan, document.is_held_back) == (Scan.WAITING, True)
    assert held_back(office.id) == 1


def test_a_file_the_scanner_will_not_look_at_stays_held_back(scanner: ScannerSimulator) -> None:
    scanning.wiring.scanner = TooSmall()
    document = put_on_a_case(make_tenant())

    scan_what_waits()

    document.refresh_from_db()
    assert document.scan == Scan.WAITING


def test_a_held_back_file_opens_once_the_scanner_has_looked(scanner: ScannerSimulator) -> None:
    office = make_tenant()
    scanner.is_down = True
    document = put_on_a_case(office)
    scan_what_waits()
    document.refresh_from_db()
    assert document.scan == Scan.WAITING

    scanner.is_down = False
    scan_what_waits()
    scan_what_waits()

    document.refresh_from_db()
    assert document.scan == Scan.CLEAN
    names = [line.name for line in history(office.id, office.id)]
    assert sorted(names) == ["document.attached", "document.scanned_clean"]


def test_a_virus_found_later_closes_the_paper_and_enters_the_history(
    scanner: ScannerSimulator,
) -> None:
    office = make_tenant()
    scanner.is_down = True
    document = put_on_a_case(office, EICAR)

    scanner.is_down = False
    scan_what_waits()

    document.refresh_from_db()
    assert (document.scan, document.is_held_back) == (Scan.INFECTED, True)
    (line,) = [one for one in history(office.id, office.id) if one.name == "document.virus_found"]
    assert line.details == {"document": str(document.id), "found": "Eicar-Test-Signature"}


def test_files_that_came_before_the_scanner_are_looked_at_and_our_own_letters_are_not() -> None:
    office = make_tenant()
    theirs, ours = put_on_a_case(office), put_on_a_case(office, source="office")
    scanning.wiring.scanner = ScannerSimulator()
    try:
        scan_what_waits()
    finally:
        scanning.wiring.scanner = None

    theirs.refresh_from_db()
    ours.refresh_from_db()
    assert (theirs.scan, ours.scan) == (Scan.CLEAN, Scan.NOT_SCANNED)


def test_what_is_held_back_is_looked_at_first(
    scanner: ScannerSimulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openmso.office.documents.jobs.AT_ONCE", 1)
    office = make_tenant()
    scanning.wiring.scanner = None
    unseen = put_on_a_case(office)
    scanning.wiring.scanner = scanner
    scanner.is_down = True
    held = put_on_a_case(office)
    scanner.is_down = False

    scan_what_waits()

    held.refresh_from_db()
    unseen.refresh_from_db()
    assert (held.scan, unseen.scan) == (Scan.CLEAN, Scan.NOT_SCANNED)
