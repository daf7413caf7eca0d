"""Files through the real forms: refused with words, or taken without their sting."""

import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from factories.access import sign_in
from factories.prior_auth import make_request
from factories.roster import make_actor
from hostile.bad_files import INERT, NEUTRALISED, REFUSED
from hostile.complete_form import ADDRESS, complete_form
from hostile.two_offices import TwoOffices
from openmso.adapters.virus_scan.simulator import EICAR, ScannerSimulator
from openmso.channels.provider_portal.request_authorization import uploads as practice_uploads
from openmso.channels.staff_portal import uploads as desk_uploads
from openmso.office.access.roles import Role
from openmso.office.documents import scanning
from openmso.office.documents.models import Document
from openmso.office.documents.store import read

DOORS = ("practice sends", "practice adds", "desk keys", "desk adds")
SENDING = ("practice sends", "desk keys")
TAKEN = ("script.pdf", "inside.pdf")
SIXTY_MEGABYTES = 60 * 1024 * 1024


class Door:
    """One form with a field for papers, filled in so that only the file decides."""

    def __init__(self, offices: TwoOffices, name: str) -> None:
        self.world, self.receipt = offices.ours.world, offices.ours.receipt
        self.name = name
        self.person = offices.ours.practice if "practice" in name else offices.person(Role.INTAKE)
        self.client = sign_in(Client(raise_request_exception=False), self.person)

    def send(self, name: str, content: bytes) -> tuple[HttpResponse, list[Document]]:
        before = set(Document.objects.values_list("id", flat=True))
        file = SimpleUploadedFile(name, content, "application/pdf")
        address, form = self._form()
        answer: Any = self.client.post(address, form | {"papers": file})
        return answer, list(Document.objects.exclude(id__in=before))

    def _form(self) -> tuple[str, dict[str, Any]]:
        day = date(2026, 12, 1)
        if self.name == "practice sends":
            return ADDRESS, complete_form(self.world, self.receipt, day=day)
        case = make_request(self.world, files=())
        if self.name == "practice adds":
            return f"/practice/requests/{case.id}/add/", {"words": "See the papers."}
        received = {"received_on": "11/20/2026", "received_time": "9:45 AM"}
        if self.name == "desk adds":
            form = {"source": "fax", "words": "See the papers."} | received
            return f"/staff/prior-auth/{case.id}/add/", form
        return "/staff/key-in/", received | {
            **complete_form(self.world, self.receipt, day=day),
            "channel": "fax",
            "step": "send",
            "member": str(self.world.member.id),
            "practitioner_npi": self.world.practitioner.npi,
            "practice": str(self.world.practice.id),
            "code_1": "72148",
            "quantity_1": "1",
            "unit_1": "study",
            "description_1": "MRI of the lower spine",
        }


@pytest.fixture(params=DOORS)
def door(request: pytest.FixtureRequest, offices: TwoOffices, quiet_logs: None) -> Door:
    return Door(offices, request.param)


@pytest.fixture
def scanner() -> Iterator[ScannerSimulator]:
    scanning.wiring.scanner = simulator = ScannerSimulator()
    yield simulator
    scanning.wiring.scanner = None


def test_a_good_file_gets_in_so_that_the_others_mean_something(door: Door) -> None:
    answer, stored = door.send("note.txt", b"Six weeks of therapy.")

    assert answer.status_code == 302, _words(answer)
    assert [one.media_type for one in stored] == ["text/plain"]


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_refused_with_a_sentence_beside_its_field(door: Door, name: str) -> None:
    answer, stored = door.send(name, REFUSED[name])

    assert answer.status_code == 422
    assert stored == []
    html = answer.content.decode()
    assert "usa-error-message" in html
    assert any(word in html for word in ("empty", "PDF", "pages")), _words(answer)


def test_sixty_megabytes_are_refused_with_the_limit_in_the_sentence(door: Door) -> None:
    began = time.monotonic()

    answer, stored = door.send("scan.pdf", b"%PDF-1.7" + b" " * SIXTY_MEGABYTES)

    assert (answer.status_code, stored) == (422, [])
    assert "50 MB" in answer.content.decode()
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("name", NEUTRALISED)
def test_a_dangerous_pdf_is_taken_without_its_sting(door: Door, name: str) -> None:
    began = time.monotonic()

    answer, stored = door.send(name, NEUTRALISED[name])

    assert answer.status_code in ({302} if name in TAKEN else {302, 422})
    assert time.monotonic() - began < 10
    for one in stored:
        content = read(one.sha256)
        assert content.startswith(b"%PDF-")
        with pikepdf.open(BytesIO(content)) as kept:
            objects = " ".join(str(each) for each in kept.objects)
            assert not kept.attachments
        for word in ("JavaScript", "/JS", "Launch", "OpenAction", "<script"):
            assert word not in objects, f"{word} is still in it"


@pytest.mark.parametrize("name", INERT)
def test_what_may_stay_as_it_is_is_only_ever_handed_out_as_a_file(
    door: Door, name: str, offices: TwoOffices
) -> None:
    answer, stored = door.send(name, INERT[name])

    assert answer.status_code in {302, 422}
    nurse = sign_in(Client(), offices.person(Role.NURSE))
    for one in stored:
        assert one.scan == Document.Scan.NOT_SCANNED, "nobody may think it was looked at"
        handed = nurse.get(f"/staff/prior-auth/{one.case_id}/documents/{one.id}/")
        assert handed.headers["Content-Type"].split(";")[0] in {"text/plain", "image/png"}
        disposition = handed.headers["Content-Disposition"]
        assert disposition.startswith('attachment; filename="document-')
        assert handed.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in handed.headers


def test_a_virus_is_refused_beside_its_field_and_nothing_else_is_lost(
    door: Door, scanner: ScannerSimulator
) -> None:
    answer, stored = door.send("note.txt", EICAR)

    assert (answer.status_code, stored) == (422, [])
    html = answer.content.decode()
    assert "Send a clean copy" in html
    typed = "72148" if door.name in SENDING else "See the papers."
    assert typed in html


def test_while_the_scanner_is_down_a_file_is_taken_and_nobody_opens_it(
    door: Door, scanner: ScannerSimulator, offices: TwoOffices
) -> None:
    scanner.is_down = True

    answer, stored = door.send("note.txt", b"Six weeks of therapy.")

    assert answer.status_code == 302, _words(answer)
    (one,) = stored
    assert one.scan == Document.Scan.WAITING
    nurse = sign_in(Client(), offices.person(Role.NURSE))
    practice = sign_in(Client(), offices.ours.practice)
    assert nurse.get(f"/staff/prior-auth/{one.case_id}/documents/{one.id}/").status_code == 404
    assert practice.get(f"/practice/requests/{one.case_id}/papers/{one.id}/").status_code == 404
    page = nurse.get(f"/staff/prior-auth/{one.case_id}/").content.decode()
    assert "Waiting for the virus scan; cannot be opened yet" in page


def test_a_file_kept_for_a_form_with_mistakes_keeps_what_the_scanner_said(
    offices: TwoOffices, scanner: ScannerSimulator
) -> None:
    by = make_actor(offices.ours.world.tenant)
    scanner.is_down = True

    desk, _ = desk_uploads.take_in([SimpleUploadedFile("note.txt", b"Six weeks.")], [])
    counter = practice_uploads.kept(
        practice_uploads.take_in([SimpleUploadedFile("note.txt", b"Six weeks.")], [], by=by), by=by
    )

    (from_desk,) = desk_uploads.read_signed(desk_uploads.signed(desk, by), by)
    again = practice_uploads.take_in([], [one.note for one in counter.files], by=by)
    assert from_desk.reopened()[1].scan == Document.Scan.WAITING
    assert [file.scan for _, file in again.for_case()] == [Document.Scan.WAITING]


def test_too_many_files_at_once_are_refused(door: Door) -> None:
    address, form = door._form()
    files = [SimpleUploadedFile(f"{n}.txt", b"a note") for n in range(15)]

    answer = door.client.post(address, form | {"papers": files})

    assert answer.status_code in {400, 422}


def _words(answer: HttpResponse) -> str:
    html = answer.content.decode(errors="replace")
    return html[html.find("usa-error") : html.find("usa-error") + 1500]
