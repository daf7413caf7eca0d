"""What becomes of the answers when a case goes over to another edition of its criteria."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """`kept` maps codes of the old edition to codes of the new one; `again` are codes of the new
    edition that have to be answered anew."""

    kept: Mapping[str, str]
    again: tuple[str, ...]


def renewal(old: Mapping[str, str], new: Mapping[str, str]) -> Renewal:
    """Compare two editions, each as point text by code.

    An answer is kept where the same words stand in the new edition, under whatever code; spaces
    and capitals do not make them other words. Everything else is another question.
    """
    by_words = {_words(text): code for code, text in old.items()}
    same = {by_words[_words(text)]: code for code, text in new.items() if _words(text) in by_words}
    kept_as = set(same.values())
    return Renewal(kept=same, again=tuple(code for code in new if code not in kept_as))


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
