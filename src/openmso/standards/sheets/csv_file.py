"""Rows as CSV (RFC 4180)."""

import csv
from io import StringIO

from .cells import Rows, harmless


def as_csv(rows: Rows) -> str:
    """Return the rows as text with CRLF line ends; empty cells for None. The same rows give the
    same bytes."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue()
