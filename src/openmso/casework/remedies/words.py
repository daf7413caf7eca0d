"""A text for members in the languages the house writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Words:
    """One text in English and Spanish; both have the same `{places}` to fill in."""

    en: str
    es: str

    def in_language(self, language: str, /, **filled: str) -> str:
        """Return the text; any language but Spanish gets the English one."""
        text = self.es if language.split("-")[0] == "es" else self.en
        return text.format(**filled) if filled else text


def words_from(value: object) -> Words | None:
    """Return the texts of `{en: …, es: …}`; None when one is missing or their places differ."""
    if not isinstance(value, Mapping) or set(value) != set(LANGUAGES):
        return None
    texts = [" ".join(str(value[name]).split()) for name in LANGUAGES]
    if not all(texts) or _places(texts[0]) != _places(texts[1]):
        return None
    return Words(*texts)


def _places(text: str) -> set[str]:
    return {name for _text, name, _how, _kind in Formatter().parse(text) if name}
