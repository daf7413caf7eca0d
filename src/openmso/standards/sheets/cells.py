"""What a program that calculates may make of a text, and how it is kept from it.

A text that begins with =, +, -, @, a tab or a line end may be read as a formula when a CSV file is
opened (OWASP, "CSV Injection"). An apostrophe in front makes it a text. Numbers stay numbers.
"""

from collections.abc import Sequence
from decimal import Decimal

Cell = str | int | Decimal | None
Rows = Sequence[Sequence[Cell]]

_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(cell: Cell) -> Cell:
    """Return the cell, a text that may be read as a formula with an apostrophe in front."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_BEGINNINGS):
        return f"'{cell}"
    return cell
