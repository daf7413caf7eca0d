"""The clinical notes that come with an invented request, as the PDF a practice would send."""

from datetime import timedelta

from openmso.office.documents.inspection import Inspected

from ..desk import Ask
from ..paper import notes_as_pdf

Pages = list[list[str]]


def notes_of(ask: Ask, *, gap: bool = False) -> Inspected:
    """Return the notes of two pages; with `gap` one criterion is not met by them."""
    return _paper(f"Clinical notes, {ask.wish.description}", _pages(ask, gap=gap))


def one_fax_of(*asks: Ask) -> Inspected:
    """Return the notes of several requests as one file, in their order, two pages each."""
    pages = [page for ask in asks for page in _pages(ask, gap=False)]
    return _paper(f"Fax of {len(pages)} pages", pages)


def _pages(ask: Ask, *, gap: bool) -> Pages:
    wish = ask.wish
    seen = list(wish.evidence)
    if gap and seen:
        seen[wish.gap_point - 1] = wish.gap
    return [
        [
            f"Visit of {ask.received_at - timedelta(days=2):%m/%d/%Y}, {ask.doctor.name}",
            "",
            wish.summary,
            "",
            f"Asked for: {wish.description} ({wish.code}), {ask.quantity} {wish.unit}.",
        ],
        ["What the record shows:", "", *seen, "", f"Signed {ask.doctor.name}."],
    ]


def _paper(title: str, pages: Pages) -> Inspected:
    content = notes_as_pdf(title, pages)
    # Made by us a line above: nothing in it needs to be cleaned.
    return Inspected(
        content=content,
        media_type="application/pdf",
        pages=len(pages),
        scan="clean",  # as the demo's simulated scanner would say
    )
