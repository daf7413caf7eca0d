"""A text as the patterns read it, sign for sign, and as names are compared, with the way back."""

import unicodedata
from dataclasses import dataclass

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣-"), "-")


def plain_signs(text: str) -> str:
    """Return the text at the same length with plain digits, dashes, spaces and letters.

    A number is found however it is written: full-width, with a long dash, with a fixed space.
    """
    return "".join(_plain(sign) for sign in text.translate(_DASHES))


@dataclass(frozen=True, slots=True)
class Word:
    """One word without accents and capitals, and where it stands in the text."""

    form: str
    start: int
    end: int
    capital: bool


def words_of(text: str) -> list[Word]:
    """Return the words of the text: letters, digits and the accents that belong to them."""
    words: list[Word] = []
    start: int | None = None
    for place, sign in enumerate(text + " "):
        if _in_a_word(sign):
            start = place if start is None else start
        elif start is not None:
            words.append(_word(text, start, place))
            start = None
    return words


def _word(text: str, start: int, end: int) -> Word:
    apart = unicodedata.normalize("NFKD", text[start:end])
    base = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return Word(base.casefold(), start, end, capital=not text[start].islower())


def _in_a_word(sign: str) -> bool:
    return sign.isalnum() or bool(unicodedata.combining(sign))


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if sign.isspace():
        return " "
    wide = unicodedata.normalize("NFKC", sign)
    return wide if len(wide) == 1 and wide.isascii() else sign
