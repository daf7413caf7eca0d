"""Small real PDF files: invented clinical notes as a practice would send them."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import wrap

import pikepdf
from pikepdf import Array, Dictionary, Name

_LETTER_SIZE = (612, 792)
_LEFT, _TOP, _LINE, _SIZE = 64, 720, 16, 11
_COLUMNS = 84


def notes_as_pdf(title: str, pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF with `title` as its document title and one page for each list of paragraphs."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
        )
        for number, paragraphs in enumerate(pages, start=1):
            footer = f"{title}, page {number} of {len(pages)}"
            page = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, *_LETTER_SIZE]),
                Resources=Dictionary(Font=Dictionary(F1=font)),
                Contents=pdf.make_stream(_drawn([title, "", *paragraphs], footer)),
            )
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        pdf.docinfo["/Title"] = title
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _drawn(paragraphs: Sequence[str], footer: str) -> bytes:
    lines = [line for text in paragraphs for line in (wrap(text, _COLUMNS) or [""])]
    shown = b" ".join(b"(" + _escaped(line) + b") Tj T*" for line in lines)
    return b"BT /F1 %d Tf %d TL %d %d Td %s ET BT /F1 9 Tf %d 40 Td (%s) Tj ET" % (
        _SIZE,
        _LINE,
        _LEFT,
        _TOP,
        shown,
        _LEFT,
        _escaped(footer),
    )


def _escaped(text: str) -> bytes:
    plain = text.encode("cp1252", "replace")
    return plain.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
