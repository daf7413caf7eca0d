"""A paper is taken in once, with its own time, hash and pages, whatever it is."""

from datetime import timedelta

import pytest

from factories.mail_room import FAXED_AT, TAKEN_AT, make_paper
from factories.papers import pdf_of, tiff_of
from factories.roster import make_tenant
from openmso.adapters.virus_scan.simulator import EICAR, ScannerSimulator
from openmso.channels.paper.opening import opened
from openmso.office.access.actor import Actor
from openmso.office.documents import scanning
from openmso.office.documents.models import Document
from openmso.office.mail_room.actions.take_in import take_in
from openmso.office.mail_room.domain.outcome import Way
from openmso.office.mail_room.domain.piece import Piece
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.mail_room.queries import files_of
from openmso.office.timeline.queries import history

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-09")]


def test_a_fax_keeps_its_received_time_its_pages_and_its_hash() -> None:
    paper = make_paper(make_tenant(), tiff_of(3), pages_said=4)

    (file,) = files_of(paper)
    assert (paper.received_at, paper.recorded_at) == (FAXED_AT, TAKEN_AT)
    assert (paper.pages, paper.pages_said, file.pages) == (3, 4, 3)
    assert (file.received_at, file.source, file.sha256) == (FAXED_AT, "fax", paper.sha256)
    assert [line.name for line in history(paper.tenant_id, paper.id)] == [
        "mail_room.arrived",
        "document.attached",
    ]


def test_the_same_piece_seen_again_after_a_crash_is_taken_in_once() -> None:
    office = make_tenant()
    piece = Piece(key="a", title="a", content=b"A note.", size=7, received_at=FAXED_AT)
    by = Actor.system("Mail room", office.id)

    first = take_in(opened(piece, Way.FAX), by=by, at=TAKEN_AT)
    again = take_in(opened(piece, Way.FAX), by=by, at=TAKEN_AT + timedelta(minutes=1))

    assert first is not None
    assert again is None
    assert ArrivedPaper.objects.filter(tenant=office).count() == 1


def test_the_same_file_sent_twice_is_two_papers_and_the_second_says_so() -> None:
    office, content = make_tenant(), pdf_of("Please approve")

    first, second, third = (make_paper(office, content) for _ in range(3))
    elsewhere = make_paper(make_tenant(), content)

    assert first.same_as is None
    assert (second.same_as_id, third.same_as_id) == (first.id, first.id)
    assert elsewhere.same_as is None


def test_a_time_in_the_future_is_not_believed() -> None:
    paper = make_paper(make_tenant(), received_at=TAKEN_AT + timedelta(days=9))

    assert paper.received_at == TAKEN_AT


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"%PDF-1.7\nnothing of a PDF follows", "cannot be read"),
        (b"II*\x00\x08\x00\x00\x00\xff\xff", "cannot be read"),
        (b"PK\x03\x04 a zip archive\x00\x00", "not a PDF"),
        (b"\x7fELF\x00\x01\x02", "not a PDF"),
        (b"<html><script>alert(1)</script>", "not a PDF"),
        (b"", "empty"),
    ],
)
def test_what_cannot_be_taken_has_a_line_and_a_reason(content: bytes, trouble: str) -> None:
    paper = make_paper(make_tenant(), content)

    assert trouble in paper.trouble
    assert paper.is_waiting
    assert files_of(paper) == []


def test_a_scan_of_60_mb_has_a_line_that_says_how_large_it_was() -> None:
    paper = make_paper(make_tenant(), b"", content=None, size=60 * 1024 * 1024)

    assert "60 MB" in paper.trouble
    assert (paper.sha256, paper.pages) == ("", None)


def test_a_virus_is_never_stored_and_a_silent_scanner_holds_the_file_back() -> None:
    office = make_tenant()
    scanning.wiring.scanner = simulator = ScannerSimulator()
    try:
        infected = make_paper(office, EICAR)
        simulator.is_down = True
        held = make_paper(office)
    finally:
        scanning.wiring.scanner = None

    assert "harmful" in infected.trouble
    assert files_of(infected) == []
    assert files_of(held)[0].scan == Document.Scan.WAITING
    assert files_of(held)[0].is_held_back
