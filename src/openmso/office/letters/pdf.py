"""A letter on paper: its data, set in type by its layout."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .letter import Letter
from .letter_data import letter_data
from .typesetting import NotRendered as NotRendered
from .typesetting import typeset

LAYOUT = Path(__file__).with_name("layout.typ")
STANDARD_SIZE = 12.0
LARGE_SIZE = 20.0

_PAGE = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLetter:
    content: bytes
    sha256: str
    pages: int


def print_letter(
    letter: Letter, *, created_at: datetime, large_size: float = LARGE_SIZE
) -> PrintedLetter:
    """Return the letter as PDF; the same letter and `created_at` give the same bytes.

    `large_size` is the program's size for large print, in points. Raises NotRendered.
    """
    large = letter.letter_format == "large_print"
    data = letter_data(letter, text_size=large_size if large else STANDARD_SIZE, large=large)
    content = typeset(LAYOUT, data, created_at=created_at)
    return PrintedLetter(
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        pages=len(_PAGE.findall(content)),
    )
