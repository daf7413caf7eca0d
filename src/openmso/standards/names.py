"""Names of people as they are searched and sorted: without accents, marks and capitals.

Letters that do not come apart into a base letter and a mark are written as people type them on a
plain keyboard. Names in other scripts are kept in their own.
"""

import re
import unicodedata

_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
_TYPED_AS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ı": "i"}
)


def search_form(name: str) -> str:
    """Return `name` in small letters and digits only: "O'Brien-Núñez" becomes "obriennunez"."""
    return "".join(_LETTERS_AND_DIGITS.findall(_without_marks(name)))


def sort_form(family_name: str, given_name: str) -> str:
    """Return what lists of people are ordered by: family name, then given name."""
    return f"{search_form(family_name)} {search_form(given_name)}".strip()


def words_form(text: str) -> str:
    """Return the words of `text` in small letters without marks, with one space between them."""
    return " ".join(_LETTERS_AND_DIGITS.findall(_without_marks(text)))


def _without_marks(text: str) -> str:
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    base = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return unicodedata.normalize("NFKC", base).casefold().translate(_TYPED_AS)
