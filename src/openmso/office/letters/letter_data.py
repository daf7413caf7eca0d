"""A letter as plain values, for the paper's layout: the only thing that crosses into it."""

from typing import Any

from .blocks import (
    Block,
    Facts,
    Heading,
    Items,
    Lead,
    Note,
    OfficialWording,
    PageLink,
    Paragraph,
    Run,
    Runs,
    Signature,
    SummaryBox,
    Taglines,
)
from .isolates import isolated
from .languages import LANGUAGES, Language
from .letter import Letter
from .page_link import square_code

Values = dict[str, Any]


def letter_data(letter: Letter, *, text_size: float, large: bool) -> Values:
    """Return everything the layout prints; right-to-left text comes with its numbers isolated."""
    head = letter.letterhead
    first = head.lines[0] if head.lines else None
    contact = [f"{first.phone} (TTY:\u00a0{first.tty})"] if first else []
    return {
        **_spoken(letter.language),
        "title": letter.title,
        "text_size": text_size,
        "large": large,
        "date_line": isolated(letter.date_line, letter.language),
        "reference": isolated(letter.reference, letter.language),
        "page_words": letter.page_words,
        "letterhead": {
            "name": head.name,
            "address_lines": list(head.address_lines),
            "contact": [*contact, *([head.website] if head.website else [])],
        },
        "addressee": [letter.addressee.name, *letter.addressee.address_lines],
        "blocks": [_block(block, level) for block, level in _with_levels(letter.blocks)],
    }


def _with_levels(blocks: tuple[Block, ...]) -> list[tuple[Block, int]]:
    """Pair each block with the heading level of its title, so that no level is skipped."""
    found, level = [], 2
    for block in blocks:
        found.append((block, level))
        if isinstance(block, Heading):
            level = 3
    return found


def _block(block: Block, level: int) -> Values:
    return {**_spoken(block.language), **_content(block, level)}


def _content(block: Block, level: int) -> Values:
    language = block.language
    match block:
        case Lead(runs=runs):
            return {"kind": "lead", "runs": _runs(runs, language)}
        case Heading(runs=runs):
            return {"kind": "heading", "runs": _runs(runs, language)}
        case Paragraph(runs=runs):
            return {"kind": "paragraph", "runs": _runs(runs, language)}
        case Note(runs=runs):
            return {"kind": "note", "runs": _runs(runs, language)}
        case Items(items=items, numbered=numbered):
            return {
                "kind": "items",
                "numbered": numbered,
                "entries": [_runs(item, language) for item in items],
            }
        case Facts(caption=caption, rows=rows):
            return {
                "kind": "facts",
                "caption": caption,
                "rows": [{"label": row.label, "value": _runs(row.value, language)} for row in rows],
            }
        case SummaryBox(title=title, inside=inside):
            return {
                "kind": "box",
                "level": level,
                "title": _runs(title, language),
                "inside": [_block(each, level + 1) for each in inside],
            }
        case OfficialWording(title=title, text=text, missing=missing, edition=edition):
            return {
                "kind": "official",
                "level": level,
                "title": title,
                "text": isolated(text, language),
                "missing": missing,
                "edition": edition,
            }
        case PageLink(runs=runs, address=address, shown=shown, alt=alt):
            return {
                "kind": "page_link",
                "runs": _runs(runs, language),
                "address": address,
                "shown": shown,
                "alt": alt,
                "code": square_code(address),
            }
        case Signature(closing=closing, name=name, title=title):
            return {"kind": "signature", "closing": closing, "name": name, "title": title}
        case Taglines(title=title, lines=lines):
            return {
                "kind": "taglines",
                "runs": _runs(title, language),
                "lines": [
                    {
                        **_spoken(line.language),
                        "own_name": line.own_name,
                        "text": isolated(line.text, line.language),
                    }
                    for line in lines
                ],
            }
        case _:
            raise TypeError(f"no layout for a {type(block).__name__}")


def _runs(runs: Runs, language: str) -> list[Values]:
    return [_run(run, language) for run in runs]


def _run(run: Run, language: str) -> Values:
    values: Values = {"text": isolated(run.text, run.language), "strong": run.strong}
    return values if run.language == language else {**values, **_spoken(run.language)}


def _spoken(tag: str) -> Values:
    """Return how a language is set; one we do not know is set as its Latin letters stand."""
    language = LANGUAGES.get(tag) or Language(tag=tag, own_name=tag, english_name=tag)
    return {
        "tag": language.tag,
        "lang": language.code,
        "region": language.region,
        "rtl": language.right_to_left,
        "face": language.face,
    }
