"""Pages of a PDF: named in a line of text, and taken out into a file of their own."""

import re
from collections.abc import Collection, Sequence
from hashlib import sha256
from io import BytesIO

import pikepdf

from .inspection import PDF, Inspected, PartOf

_PART = re.compile(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?")

_MOST_SIGNS = 200
_MOST_PAGES = 9999

# What can lead from one page to another one, and would carry that one along.
_LEADS_ELSEWHERE = ("/Annots", "/B", "/StructParents", "/Parent", "/AA")


class PagesUnclear(ValueError):
    """These pages cannot be meant. The sentence is written for the person who typed them."""


def pages_named(text: str, *, of: int) -> tuple[int, ...]:
    """Read "3-5, 8" as page numbers from 1 to `of`, each once, in order. Raises PagesUnclear."""
    found: set[int] = set()
    for part in filter(None, (one.strip() for one in text.replace(";", ",").split(","))):
        match = _PART.fullmatch(part)
        if match is None:
            raise PagesUnclear(f'Write page numbers like 3-5, 8. "{part}" cannot be read.')
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= of:
            raise PagesUnclear(f'"{part}" is not in this file: it has the pages 1 to {of}.')
        found.update(range(first, last + 1))
    if not found:
        raise PagesUnclear("Name at least one page, for example 3-5, 8.")
    return tuple(sorted(found))


def other_pages(pages: Collection[int], *, of: int) -> tuple[int, ...]:
    """Return the pages from 1 to `of` that are not among `pages`."""
    return tuple(page for page in range(1, of + 1) if page not in pages)


def in_words(pages: Sequence[int]) -> str:
    """Write page numbers in order as people do: "3-5, 8"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def as_they_came(pages: Sequence[int], *, noted: str, of: int) -> str:
    """Write pages of a part as pages of the file that it was taken from.

    `noted` are the part's own `of` pages as they were noted then; empty when not all of them are.
    """
    try:
        came = pages_named(noted, of=_MOST_PAGES)
    except PagesUnclear:
        return ""
    return in_words([came[page - 1] for page in pages])[:_MOST_SIGNS] if len(came) == of else ""


def taken_out(content: bytes, pages: Sequence[int]) -> Inspected:
    """Return a PDF with these pages of `content` and nothing of the others.

    What is drawn by annotations is drawn into the page first; links between pages are left out.
    """
    made = BytesIO()
    with pikepdf.open(BytesIO(content)) as whole, pikepdf.new() as part:
        whole.flatten_annotations("all")
        for number in pages:
            page = whole.pages[number - 1]
            inherited = {
                name: page.obj[name] if name in page.obj else _inherited(page.obj, name)
                for name in ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
            }
            for name in _LEADS_ELSEWHERE:
                if name in page.obj:
                    del page.obj[name]
            for name, value in inherited.items():
                if value is not None:
                    page.obj[name] = value
            part.pages.append(page)
        part.save(made)
    return Inspected(
        content=made.getvalue(),
        media_type=PDF,
        pages=len(pages),
        part_of=PartOf(sha256=sha256(content).hexdigest(), pages=in_words(pages)[:_MOST_SIGNS]),
    )


def _inherited(page: pikepdf.Object, name: str) -> pikepdf.Object | None:
    """A page may take its size and fonts from the branch of the tree it hangs on."""
    branch = page.get("/Parent")
    while branch is not None:
        if name in branch:
            return branch[name]
        branch = branch.get("/Parent")
    return None
