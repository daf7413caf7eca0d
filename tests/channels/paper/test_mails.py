"""A mail is taken apart: what was written, what was attached; its own headers are only words."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis.strategies import binary

from factories.papers import pdf_of
from openmso.channels.paper.message import MOST_PARTS, NoMessage, parts_of
from openmso.channels.paper.opening import opened
from openmso.office.mail_room.domain.outcome import Way
from openmso.office.mail_room.domain.piece import Piece

pytestmark = pytest.mark.requirement("IMP-09")


def mail(*attached: tuple[str, bytes], text: str = "The notes you asked for.") -> bytes:
    message = EmailMessage()
    message["From"] = "Front desk <desk@practice.example>"
    message["Subject"] = "Notes\u202e for 1"
    message.set_content(text)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def piece(content: bytes) -> Piece:
    return Piece(key="m.eml", title="m.eml", content=content, size=len(content))


def test_a_mail_is_its_words_and_its_attachments() -> None:
    found = opened(piece(mail(("notes.pdf", pdf_of("one", "two")))), Way.EMAIL)

    (text, words), (name, notes) = found.files
    assert (text, words.content.strip()) == ("Notes  for 1.txt", b"The notes you asked for.")
    assert (name, notes.pages) == ("notes.pdf", 2)
    assert found.sender == "Front desk <desk@practice.example>"


def test_an_attachment_that_cannot_be_taken_does_not_lose_the_others() -> None:
    found = opened(piece(mail(("a.exe", b"MZ\x00\x01"), ("b.pdf", pdf_of("b")))), Way.EMAIL)

    assert [title for title, _ in found.files] == ["Notes  for 1.txt", "b.pdf"]
    assert found.trouble == ""


def test_a_mail_with_nothing_that_can_be_taken_says_why() -> None:
    found = opened(piece(mail(("a.exe", b"MZ\x00\x01"), text="  ")), Way.EMAIL)

    assert not found.files
    assert '"a.exe": This is not a PDF' in found.trouble


def test_a_mail_with_a_thousand_attachments_is_read_up_to_a_limit() -> None:
    many = mail(*[(f"{number}.pdf", b"%PDF-1.7") for number in range(200)])

    assert len(parts_of(many).parts) == MOST_PARTS


def test_whichever_header_comes_first_it_is_a_mail_and_a_note_with_a_colon_is_none() -> None:
    turned = b"X-Spam: no\nSubject: Notes\n" + mail()

    assert parts_of(turned).sender.startswith("Front desk")
    with pytest.raises(NoMessage):
        parts_of(b"Note: the patient called.\n\nPlease call back.")


def test_a_file_that_is_no_mail_is_taken_as_the_file_it_is() -> None:
    found = opened(piece(pdf_of("scan")), Way.EMAIL)

    assert [file.pages for _, file in found.files] == [1]


@given(junk=binary(max_size=400))
def test_whatever_comes_after_a_header_does_no_harm(junk: bytes) -> None:
    for start in (b"From: a\r\n", b"Received: x\nContent-Type: multipart/mixed; boundary=\n\n"):
        try:
            parts_of(start + junk)
        except NoMessage:
            continue
