"""The offer of free language help in every language, with this plan's own numbers.

The words stand in taglines.yaml; the numbers come from the office's contact lines. A plan may
have a number of its own for one language.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from .blocks import Tagline
from .isolates import isolated
from .languages import LANGUAGES

WORDS = Path(__file__).with_name("taglines.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLine:
    """Where to call for language help. An empty `language` serves all that have no own line."""

    phone: str
    tty: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaglineWords:
    language: str
    text: str
    reviewed_on: date | None


def taglines(lines: tuple[LanguageLine, ...], only: tuple[str, ...] = ()) -> tuple[Tagline, ...]:
    """Return the taglines with their numbers, in the order of the file.

    `only` keeps a plan's own set of languages; empty means all. Raises `LookupError` when a
    language has no line to call.
    """
    return tuple(
        tagline(language, lines) for language in tagline_words() if not only or language in only
    )


def tagline(language: str, lines: tuple[LanguageLine, ...]) -> Tagline:
    """Return one language's tagline with its number; digits stay in order in every script."""
    words, line = tagline_words()[language], line_of(language, lines)
    filled = words.text.replace("TTY: {", "TTY:\u00a0{").format(
        phone=isolated(line.phone, language), tty=isolated(line.tty, language)
    )
    return Tagline(language=language, own_name=LANGUAGES[language].own_name, text=filled)


def line_of(language: str, lines: tuple[LanguageLine, ...]) -> LanguageLine:
    """Return the line of a language, else the line for all; LookupError when there is none."""
    for wanted in (language, ""):
        for line in lines:
            if line.language == wanted:
                return line
    raise LookupError(f"no language-help line for {language}: add a contact line for language help")


@cache
def tagline_words() -> dict[str, TaglineWords]:
    """Return the words of every tagline by language, in the order of the file."""
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8"))["taglines"]
    return {
        language: TaglineWords(language=language, **entry) for language, entry in written.items()
    }
