"""What a letter is made of: typed blocks, the same for the paper and for the page.

A block may say which required element of the catalog it carries (`element`), so that a test and
the person who orders a letter can see that nothing the law asks for is missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language.

    `exempt` marks what the reading level does not judge: names of people, places, services and
    laws, numbers, dates, and official wording. They are what they are, and plainer words for
    them would be wrong.
    """

    text: str
    language: str
    exempt: bool = False
    strong: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    language: str
    element: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Block):
    """The first line: the point of the letter. Exactly one in every letter."""

    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Items(Block):
    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    label: str
    value: Runs
    element: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Block):
    """A table of labels and values under one caption."""

    caption: str
    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryBox(Block):
    """What the reader should not miss, set apart by a frame."""

    title: Runs
    inside: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Block):
    """Something beside the main line: smaller, never below the least size."""

    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialWording(Block):
    """Wording or a form that only its authority may write.

    `text` is empty when this installation has not loaded it: the letter then says so in
    `missing`, and is not ready to be mailed.
    """

    slot: str
    title: str
    text: str
    edition: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Block):
    closing: str
    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink(Block):
    """Where this letter can be read on a screen: as a code for the camera, and to type.

    `shown` is the address as people type it, `alt` what a screen reader says of the code.
    """

    runs: Runs
    address: str
    shown: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagline:
    language: str
    own_name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taglines(Block):
    """The offer of free language help in many languages, on a page of its own."""

    title: Runs
    lines: tuple[Tagline, ...]


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks in reading order, those inside a box too."""
    for block in blocks:
        yield block
        if isinstance(block, SummaryBox):
            yield from every_block(block.inside)


def elements(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Return the required elements that these blocks carry."""
    found = set()
    for block in every_block(blocks):
        found.add(block.element)
        if isinstance(block, Facts):
            found.update(row.element for row in block.rows)
    return frozenset(element for element in found if element)


def every_run(blocks: tuple[Block, ...]) -> Iterator[Run]:
    """Yield every stretch of text in reading order."""
    for block in every_block(blocks):
        match block:
            case Lead(runs=runs) | Heading(runs=runs) | Paragraph(runs=runs) | Note(runs=runs):
                yield from runs
            case PageLink(runs=runs):
                yield from runs
            case Items(items=items):
                for item in items:
                    yield from item
            case Facts(rows=rows):
                for row in rows:
                    yield from row.value
            case SummaryBox(title=title):
                yield from title
            case _:
                pass
