"""How many pages a TIFF holds: its directories are counted, no picture is unpacked.

TIFF 6.0, and BigTIFF with its wider numbers. Each directory says where the next one is; the file
may be made to lead in circles or outside itself.
"""

from dataclasses import dataclass

_ORDERS = {b"II": "little", b"MM": "big"}
_CLASSIC, _BIG = 42, 43


class NotATiff(ValueError):
    """The file says that it is a TIFF and cannot be read as one."""


@dataclass(frozen=True, slots=True)
class _Widths:
    """How many bytes a count of entries, an entry, and a place in the file take."""

    count: int
    entry: int
    place: int


_WIDTHS = {_CLASSIC: _Widths(count=2, entry=12, place=4), _BIG: _Widths(count=8, entry=20, place=8)}


def tiff_pages(content: bytes, *, most: int) -> int:
    """Return the number of pages, at least 1. Counting stops at `most` + 1. Raises NotATiff."""
    order = _ORDERS.get(content[:2])
    if order is None:
        raise NotATiff("no byte order")
    kind = _number(content, 2, 2, order)
    widths = _WIDTHS.get(kind)
    if widths is None:
        raise NotATiff("neither TIFF nor BigTIFF")
    place = _number(content, 4 if kind == _CLASSIC else 8, widths.place, order)
    seen: set[int] = set()
    while place and len(seen) <= most:
        if place in seen:
            raise NotATiff("its directories lead in a circle")
        seen.add(place)
        entries = _number(content, place, widths.count, order)
        place = _number(content, place + widths.count + entries * widths.entry, widths.place, order)
    if not seen:
        raise NotATiff("it holds no page")
    return len(seen)


def _number(content: bytes, place: int, width: int, order: str) -> int:
    part = content[place : place + width]
    if len(part) != width:
        raise NotATiff("it ends too early")
    return int.from_bytes(part, "little" if order == "little" else "big")
