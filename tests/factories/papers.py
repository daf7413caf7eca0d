"""Papers as they reach an office: PDF files with words on their pages."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from openmso.office.documents.inspection import Inspected, inspect


def pdf_of(*words: str, linked: bool = False) -> bytes:
    """A PDF with one line of words on each page; with `linked`, each page links to the next."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        for text in words:
            pdf.add_blank_page(page_size=(612, 792))
            pdf.pages[-1].Contents = pdf.make_stream(f"BT /F1 12 Tf ({text}) Tj ET".encode())
        if linked:
            for page, following in zip(pdf.pages, [*pdf.pages[1:], pdf.pages[0]], strict=True):
                link = Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([0, 0, 9, 9]),
                    Dest=Array([following.obj, Name.Fit]),
                )
                page.Annots = Array([pdf.make_indirect(link)])
        pdf.docinfo["/Title"] = String("The whole fax")
        pdf.save(made)
    return made.getvalue()


def fax_of(*words: str) -> tuple[str, Inspected]:
    """A fax with one line of words on each page, ready to come with a request."""
    return "fax.pdf", inspect(pdf_of(*words))


def words_in(content: bytes) -> bytes:
    """Everything that is drawn on any page, also on one that no reader would show."""
    with pikepdf.open(BytesIO(content)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        return b"\n".join(stream.read_bytes() for stream in streams)


def tiff_of(
    pages: int, *, order: str = "little", wide: bool = False, back_to_the_first: bool = False
) -> bytes:
    """A TIFF (with `wide` a BigTIFF) of so many pages, each one pixel, in either byte order."""
    count, entry, place = (8, 20, 8) if wide else (2, 12, 4)
    first = 16 if wide else 8

    def number(value: int, width: int) -> bytes:
        return value.to_bytes(width, "little" if order == "little" else "big")

    head = (b"II" if order == "little" else b"MM") + number(43 if wide else 42, 2)
    head += number(8, 2) + number(0, 2) + number(first, 8) if wide else number(first, 4)
    size = count + entry + place
    made = [head]
    for page in range(pages):
        last = page == pages - 1
        end = first if back_to_the_first else 0
        following = end if last else first + (page + 1) * size
        width_tag = number(256, 2) + number(3, 2) + number(1, place) + number(1, 2) + b"\0\0"
        made += [number(1, count), width_tag.ljust(entry, b"\0"), number(following, place)]
    return b"".join(made)
