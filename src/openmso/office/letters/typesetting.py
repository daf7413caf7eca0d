"""Sets data in type: tagged PDF that a screen reader can read. The only user of the PDF library.

The pages conform to PDF/UA-1 and PDF/A-2a. In that mode a missing letter shape is an error, so a
paper that would print an empty box does not go out; a person sees why. Fonts come from the font
packages' files only, so the same paper is the same PDF on every machine.

The library is loaded with the first paper: it is large, and most processes that serve pages print
none.
"""

import json
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .languages import LANGUAGES

if TYPE_CHECKING:
    import typst

FONT_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")

_own = threading.local()


class NotRendered(RuntimeError):
    """The paper could not be printed; the message says why, in words for the office."""


def typeset(layout: Path, data: Mapping[str, Any], *, created_at: datetime) -> bytes:
    """Return `data` as PDF, laid out by a Typst file that reads it as `sys.inputs.data`.

    The same data and `created_at` give the same bytes. Raises NotRendered.
    """
    import typst

    try:
        content = _compiler(layout).compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(created_at.timestamp()),
        )
    except typst.TypstError as refusal:
        raise NotRendered(" ".join((refusal.message, *refusal.hints))) from refusal
    if not isinstance(content, bytes):
        raise NotRendered("the layout gave no PDF")
    return content


def _compiler(layout: Path) -> "typst.Compiler":
    """Return this thread's compiler: kept, because a warm one prints ten times faster."""
    import typst

    kept: dict[Path, typst.Compiler] = vars(_own).setdefault("compilers", {})
    if layout not in kept:
        kept[layout] = typst.Compiler(
            layout, root=layout.parent, font_paths=_fonts(), ignore_system_fonts=True
        )
    return kept[layout]


@cache
def _fonts() -> "typst.Fonts":
    import typst

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
