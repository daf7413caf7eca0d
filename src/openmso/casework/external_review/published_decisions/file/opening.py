"""From bytes to lines with named fields: compression, encoding, separator, header."""

import bz2
import csv
import gzip
import hashlib
import io
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .layout import layout

_UNPACKED: dict[bytes, Callable[[io.BytesIO], io.BufferedIOBase]] = {
    b"\xfd7zXZ\x00": lzma.LZMAFile,
    b"\x1f\x8b": lambda packed: gzip.GzipFile(fileobj=packed),
    b"BZh": bz2.BZ2File,
}
_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLD_WINDOWS = "cp1252"
_LONGEST_FIELD = 1_000_000


class FileNotReadable(ValueError):
    """The file as a whole cannot be used; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file as text. `digest` is the SHA-256 of what was in the file before any unpacking."""

    text: str
    encoding: str
    digest: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row by our names of the columns. `number` is its last line in the file, from 1;
    `fault` says why it is no row."""

    number: int
    fields: dict[str, str]
    fault: str = ""


def opened(content: bytes) -> Opened:
    """Return the text of a file, packed (xz, gzip, bzip2) or not. Raises FileNotReadable.

    UTF-8 and UTF-16 are told by their marks or by trying; anything else is read as the old Windows
    encoding, in which every byte means something.
    """
    raw = _unpacked(content)
    encoding = next((name for mark, name in _MARKED.items() if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        encoding = _OLD_WINDOWS
        text = raw.decode(encoding, errors="replace")
    return Opened(text=text, encoding=encoding, digest=hashlib.sha256(content).hexdigest())


def lines_of(file: Opened) -> Iterator[Line]:
    """Yield the rows below the header. Raises FileNotReadable when a needed column is missing."""
    text = file.text.replace("\x00", "")
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    header = _header(next(rows, []))
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            yield Line(rows.line_num, {}, f"cannot be read: {fault}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            why = f"has {len(cells)} fields, the header has {len(header)}"
            yield Line(rows.line_num, {}, why)
            continue
        yield Line(rows.line_num, _named(header, cells))


def _named(header: list[str], cells: list[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(header, cells, strict=True) if name}


def _unpacked(content: bytes) -> bytes:
    unpack = next((one for mark, one in _UNPACKED.items() if content.startswith(mark)), None)
    most = layout().most_bytes
    try:
        packed: io.BufferedIOBase = unpack(io.BytesIO(content)) if unpack else io.BytesIO(content)
        raw = packed.read(most + 1)
    except (OSError, EOFError, lzma.LZMAError) as fault:
        raise FileNotReadable(f"The packed file is broken: {fault}.") from fault
    if len(raw) > most:
        raise FileNotReadable(f"The file is larger than {most:,} bytes.")
    return raw


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(layout().separators, key=first.count)


def _header(cells: list[str]) -> list[str]:
    """Return our name for each column, empty for one that is not used."""
    ours = {name: field for field, column in layout().columns.items() for name in column.names}
    header = [ours.get("".join(s for s in cell.casefold() if s.isalnum()), "") for cell in cells]
    missing = [
        field for field, one in layout().columns.items() if one.needed and field not in header
    ]
    if missing:
        raise FileNotReadable(
            f"The file has no column for: {', '.join(missing)}. It must begin with the header of "
            "the regulator's file."
        )
    twice = {name for name in header if name and header.count(name) > 1}
    if twice:
        raise FileNotReadable(f"The file has two columns for: {', '.join(sorted(twice))}.")
    return header
