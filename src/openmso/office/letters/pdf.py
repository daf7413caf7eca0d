"""A letter on paper: tagged PDF that a screen reader can read. The only user of the PDF library.

The pages conform to PDF/UA-1 and PDF/A-2a. In that mode a missing letter shape is an error, so a
letter that would print an empty box does not go out; a person sees why. Fonts come from the
font packages' files only, so the same letter is the same PDF on every machine.
"""

import hashlib
import json
import re
import threading
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst

from .languages import LANGUAGES
from .letter import Letter
from .letter_data import letter_data

LAYOUT = Path(__file__).with_name("layout.typ")
FONT_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
STANDARD_SIZE = 12.0
LARGE_SIZE = 20.0

_own = threading.local()
_PAGE = re.compile(rb"/Type\s*/Page\b")


class NotRendered(RuntimeError):
    """The letter could not be printed; the message says why, in words for the office."""


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
    try:
        content = _compiler().compile(
            format="pdf",
            sys_inputs={"letter": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(created_at.timestamp()),
        )
    except typst.TypstError as refusal:
        raise NotRendered(" ".join((refusal.message, *refusal.hints))) from refusal
    if not isinstance(content, bytes):
        raise NotRendered("the layout gave no PDF")
    return PrintedLetter(
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        pages=len(_PAGE.findall(content)),
    )


def _compiler() -> typst.Compiler:
    """Return this thread's compiler: kept, because a warm one prints ten times faster."""
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(
            LAYOUT, root=LAYOUT.parent, font_paths=_fonts(), ignore_system_fonts=True
        )
    compiler: typst.Compiler = _own.compiler
    return compiler


@cache
def _fonts() -> typst.Fonts:
    # Found by path and never imported: the packages' own code is of no use to us.
    specs = [find_spec(package) for package in FONT_PACKAGES]
    folders = [folder for spec in specs if spec for folder in spec.submodule_search_locations or ()]
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )
    lacking = {language.face for language in LANGUAGES.values()} - set(fonts.families())
    if lacking:
        raise NotRendered(f"fonts are missing: {', '.join(sorted(lacking))}; run `make setup`")
    return fonts
