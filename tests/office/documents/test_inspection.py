"""What is uploaded is what it is, not what it is called."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from openmso.office.documents.inspection import FileRefused, inspect

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "000002000001e221bc330000000049454e44ae426082"
)


def pdf_of(pages: int, **save: Any) -> bytes:
    made = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(made, **save)
    return made.getvalue()


def test_a_pdf_is_counted() -> None:
    assert inspect(pdf_of(17)).pages == 17


def test_a_picture_and_plain_text_are_taken() -> None:
    assert inspect(PNG).media_type == "image/png"
    assert inspect("Notas clínicas, 6 semanas.".encode()).media_type == "text/plain"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 this is not a PDF", "cannot be read"),
        (b"<html><script>alert(1)</script></html>", "not a PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a PDF"),
        (b"PK\x03\x04" + b"\x00" * 60, "not a PDF"),
        (b"MZ\x90\x00" + b"\x00" * 60, "not a PDF"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        inspect(content)


def test_a_file_over_the_limit_names_its_size_and_the_limit() -> None:
    with pytest.raises(FileRefused, match=r"60 MB; the limit is 50 MB"):
        inspect(b"%PDF-" + b"x" * (60 * 1024 * 1024))


def test_a_locked_pdf_asks_for_one_without_a_password() -> None:
    locked = pdf_of(1, encryption=pikepdf.Encryption(owner="a", user="b"))

    with pytest.raises(FileRefused, match="password"):
        inspect(locked)


def test_scripts_and_embedded_files_do_not_survive() -> None:
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )
        pdf.attachments["tool.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ", filename="tool.exe")
        pdf.save(made)

    cleaned = inspect(made.getvalue()).content

    with pikepdf.open(BytesIO(cleaned)) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert len(pdf.attachments) == 0
    assert b"JavaScript" not in cleaned
