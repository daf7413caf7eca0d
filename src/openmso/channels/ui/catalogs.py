"""Turns the translations people write (locale/LANGUAGE/*.po) into the file Django reads.

`python -m openmso.channels.ui.catalogs` writes locale/LANGUAGE/LC_MESSAGES/django.mo. Each part
of the product has its own .po, so that several people can translate at once; the same text must
mean the same in all of them. No outside tool is needed; a test keeps the written file current.
"""

import ast
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

LOCALE = Path(__file__).resolve().parents[2] / "locale"
MAGIC = 0x950412DE
HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"

Catalog = dict[str, str]


class CatalogError(ValueError):
    """A .po file that cannot be read, or two that disagree. Names the file and the text."""


def catalog_of(language: Path) -> Catalog:
    """Return all translations of a language folder; plural forms are joined by NUL."""
    merged: Catalog = {"": HEADER}
    for file in sorted(language.glob("*.po")):
        for text, translation in entries_of(file):
            if merged.setdefault(text, translation) != translation:
                raise CatalogError(f'{file.name}: "{text}" is translated differently elsewhere')
    return merged


def entries_of(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the translated texts of one .po file; an empty translation is left out."""
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        parts = _parts(file, block)
        text = parts.get("msgid", "")
        if "msgctxt" in parts:
            text = f"{parts['msgctxt']}\x04{text}"
        if not parts.get("msgid"):
            continue
        if "msgid_plural" in parts:
            forms = [parts.get(f"msgstr[{n}]", "") for n in range(2)]
            if all(forms):
                yield f"{text}\x00{parts['msgid_plural']}", "\x00".join(forms)
        elif parts.get("msgstr"):
            yield text, parts["msgstr"]


def compiled(catalog: Catalog) -> bytes:
    """Return the catalog in the layout that Python's gettext reads, sorted by text."""
    pairs = sorted((text.encode(), translation.encode()) for text, translation in catalog.items())
    originals, translations = (b"\x00".join(side) + b"\x00" for side in zip(*pairs, strict=True))
    table = 28
    texts_at = table + 16 * len(pairs)
    header = struct.pack("<7I", MAGIC, 0, len(pairs), table, table + 8 * len(pairs), 0, texts_at)
    places = _places([text for text, _ in pairs], texts_at)
    places += _places([text for _, text in pairs], texts_at + len(originals))
    return header + places + originals + translations


def write_all(locale: Path = LOCALE) -> None:
    """Write the compiled file of every language that has a .po."""
    for language in sorted({file.parent for file in locale.glob("*/*.po")}):
        target = language / "LC_MESSAGES" / "django.mo"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(compiled(catalog_of(language)))


def _parts(file: Path, block: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    keyword = ""
    for line in block.splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith('"'):
            keyword, _, line = line.partition(" ")
            parts[keyword] = ""
        try:
            parts[keyword] += str(ast.literal_eval(line))
        except (SyntaxError, ValueError, KeyError) as failure:
            raise CatalogError(f"{file.name}: cannot read {line}") from failure
    return parts


def _places(texts: list[bytes], start: int) -> bytes:
    places = b""
    for text in texts:
        places += struct.pack("<2I", len(text), start)
        start += len(text) + 1
    return places


if __name__ == "__main__":
    write_all()
    sys.stdout.write("catalogs written\n")
