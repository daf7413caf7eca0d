"""Reads a printed letter back as the eye sees it: characters from left to right, line by line."""

import re
from io import BytesIO

import pikepdf

_PAIR = re.compile(r"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")


def printed_lines(content: bytes) -> list[str]:
    """Return every printed line in visual order, top to bottom, page by page."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [line for page in pdf.pages for line in _lines(page)]


def fonts_in(content: bytes) -> dict[str, bool]:
    """Return the fonts of a PDF and whether each is embedded."""
    found = {}
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                descendant = font.DescendantFonts[0]
                name = str(font.BaseFont).partition("+")[2]
                descriptor = descendant.FontDescriptor
                found[name] = "/FontFile2" in descriptor or "/FontFile3" in descriptor
    return found


def languages_in(content: bytes) -> set[str]:
    """Return the languages that the pages' text is marked with, and the document's own."""
    with pikepdf.open(BytesIO(content)) as pdf:
        found = {str(pdf.Root.Lang)}
        for page in pdf.pages:
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) == "BDC" and "/Lang" in step.operands[1]:
                    found.add(str(step.operands[1]["/Lang"]))
    return found


def descriptions_in(content: bytes) -> list[str]:
    """Return what stands for each picture, for people who cannot see it."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [
            str(element.Alt)
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary)
            and element.get("/S") == pikepdf.Name.Figure
            and "/Alt" in element
        ]


def _lines(page: pikepdf.Page) -> list[str]:
    characters = {name: _characters(font) for name, font in page.Resources.Font.items()}
    rows: dict[float, list[tuple[float, str]]] = {}
    place, font = (0.0, 0.0), ""
    for step in pikepdf.parse_content_stream(page):
        operands = step.operands
        match str(step.operator):
            case "cm":
                place = (float(operands[4]), round(float(operands[5]), 1))
            case "Tf":
                font = str(operands[0])
            case "TJ":
                shown = b"".join(
                    bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)
                )
                text = "".join(
                    characters[font].get(shown[at : at + 2].hex(), "?")
                    for at in range(0, len(shown), 2)
                )
                rows.setdefault(place[1], []).append((place[0], text))
    ordered = sorted(rows.items(), key=lambda row: -row[0])
    return ["".join(text for _, text in sorted(parts)) for _, parts in ordered]


def _characters(font: pikepdf.Object) -> dict[str, str]:
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    return {
        code.lower(): bytes.fromhex(text).decode("utf-16-be") for code, text in _PAIR.findall(cmap)
    }
