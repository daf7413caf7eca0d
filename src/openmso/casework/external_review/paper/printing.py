"""From parts to pages: the few kinds of parts a paper is made of, and their PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from openmso.office.letters.plain_signs import plain_signs
from openmso.office.letters.typesetting import NotRendered, typeset

LAYOUT = Path(__file__).with_name("paper.typ")
Part = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """`office` stands under the title; `footer` on every page. `language` is "en" or "es"."""

    title: str
    office: str
    footer: str
    language: str
    parts: tuple[Part, ...]


def print_paper(paper: Paper, *, created_at: datetime) -> bytes:
    """Return the paper as PDF (PDF/UA-1); the same paper and instant give the same bytes.

    What somebody typed with a sign that no font has is printed with a question mark.
    """
    try:
        return typeset(LAYOUT, _data(paper, str), created_at=created_at)
    except NotRendered:
        return typeset(LAYOUT, _data(paper, plain_signs), created_at=created_at)


def heading(text: str) -> Part:
    """A heading inside a paper."""
    return {"kind": "heading", "text": text}


def new_paper(title: str) -> Part:
    """A paper that begins on a page of its own."""
    return {"kind": "paper", "text": title}


def text(words: str, *, strong: bool = False) -> Part:
    """A paragraph."""
    return {"kind": "strong" if strong else "text", "text": words}


def address(lines: Sequence[str]) -> Part:
    """An address in a frame."""
    return {"kind": "address", "lines": list(lines)}


def facts(*pairs: tuple[str, str]) -> Part:
    """Labels with their values; empty ones are left out."""
    return {
        "kind": "facts",
        "facts": [{"label": label, "value": value} for label, value in pairs if value],
    }


def items(lines: Sequence[str]) -> Part:
    """A list."""
    return {"kind": "items", "items": list(lines)}


def room_to_write() -> Part:
    """An empty frame for words by hand."""
    return {"kind": "room"}


def sign(*labels: str) -> Part:
    """Lines for a hand to write on, each with its label below."""
    return {"kind": "sign", "labels": list(labels)}


def _data(paper: Paper, clean: Any) -> dict[str, Any]:
    whole = {
        "title": paper.title,
        "office": paper.office,
        "footer": paper.footer,
        "language": paper.language,
        "parts": list(paper.parts),
    }
    cleaned: dict[str, Any] = _cleaned(whole, clean)
    return cleaned


def _cleaned(value: Any, clean: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case Mapping():
            return {key: _cleaned(each, clean) for key, each in value.items()}
        case list() | tuple():
            return [_cleaned(each, clean) for each in value]
    return value
