"""An upload on its way has no name on the disk that a killed process could leave behind."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import StopUpload
from django.http import HttpRequest
from django.test import RequestFactory

from openmso.project.upload_without_a_name import UploadWithoutAName

PAPER = b"%PDF-1.7 a page of a chart" * 40_000


@pytest.fixture
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's temporary folder for this test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def sent(passing: Path) -> Iterator[HttpRequest]:
    """A request with a paper in it, as it comes in while `passing` is empty."""
    paper = SimpleUploadedFile("chart.pdf", PAPER, "application/pdf")
    request = RequestFactory().post("/somewhere/", {"paper": paper})
    yield request
    request.close()


def received(request: HttpRequest) -> "UploadedFile[bytes]":
    paper = request.FILES["paper"]
    assert isinstance(paper, UploadedFile)
    return paper


def test_a_paper_arrives_whole_with_its_name_size_and_type(sent: HttpRequest) -> None:
    paper = received(sent)

    assert (paper.name, paper.size, paper.content_type) == (
        "chart.pdf",
        len(PAPER),
        "application/pdf",
    )
    assert paper.read() == PAPER


def test_while_it_is_read_nothing_lies_in_the_temporary_folder(
    sent: HttpRequest, passing: Path
) -> None:
    paper = received(sent)

    assert paper.read(8) == PAPER[:8]
    assert list(passing.iterdir()) == []


def test_an_upload_that_breaks_off_is_closed_and_leaves_nothing(
    sent: HttpRequest, passing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[UploadWithoutAName] = []

    def breaks_off(self: UploadWithoutAName, _raw_data: bytes, _start: int) -> None:
        begun.append(self)
        raise StopUpload(connection_reset=True)

    monkeypatch.setattr(UploadWithoutAName, "receive_data_chunk", breaks_off)

    assert not sent.FILES
    assert begun
    assert begun[0].file.closed
    assert list(passing.iterdir()) == []
