"""The house's own texts about outside reviews, in both languages it writes."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from openmso.casework.remedies.words import Words

from .domain.packet import Kind

_TEXTS = Path(__file__).with_name("words.yaml")


def paper_says(kind: str, *, holder: str = "", language: str = "en") -> str:
    """Return what a paper is, with the doctor who has it: "Records of Ana Ruiz, MD"."""
    who = holder or says("a_doctor", language=language)
    return says(f"paper_{Kind(kind).value}", language=language, holder=who)


def kept_as(label: str, *, language: str = "en") -> str:
    """Return the words that say on every paper of a case how it is to be kept."""
    return says(f"kept_{label}", language=language)


def state_says(state: str, forum: str, *, language: str) -> str:
    """Tell the member where a case stands, in the words of its outside body where it has own."""
    own = f"state_{state}_{forum}"
    return says(own if own in every_text() else f"state_{state}", language=language)


def says(key: str, *, language: str = "en", **filled: str) -> str:
    """Return one text with its places filled in; any language but Spanish gets the English one.

    Raises KeyError for a text that does not exist.
    """
    return every_text()[key].in_language(language, **filled)


@cache
def every_text() -> Mapping[str, Words]:
    """Return all texts by key."""
    written = yaml.safe_load(_TEXTS.read_text(encoding="utf-8"))
    return {key: Words(**texts) for key, texts in written.items()}
