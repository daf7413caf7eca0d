"""Forms and statements only their authority may word: printed when loaded, named when not.

The software composes none of them. An installation loads the text of the edition in force; until
then the letter says in that place what is still to be enclosed.
"""

from .blocks import Block
from .letter import OfficialText
from .letter_catalog import CatalogEntry
from .wording.frame import Frame
from .wording.writer import Writer


def official_papers(
    w: Writer, frame: Frame, entry: CatalogEntry, loaded: tuple[OfficialText, ...]
) -> tuple[Block, ...]:
    """Return the official part of a letter: a heading and one block for each slot."""
    if not entry.official:
        return ()
    texts = {text.slot: text for text in loaded if text.language == w.language}
    papers: list[Block] = [w.heading(frame.official_heading)]
    for slot in entry.official:
        text, title = texts.get(slot.slot), slot.title[w.language]
        papers.append(
            w.official(
                slot.slot,
                title,
                text=text.text if text else "",
                edition=text.edition if text else "",
                missing=frame.official_missing.format(authority=slot.authority),
                element=slot.slot,
            )
        )
    return tuple(papers)
