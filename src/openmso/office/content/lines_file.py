"""Reads a sheet of contact lines: CSV in, lines and faults out, each fault with its row.

Columns: purpose, label, label_es, voice, from_on are needed; plan (its key), language, toll_free,
tty, hours, hours_es, until_on may be left out. Days are written as 2026-01-31.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from uuid import UUID

from .models import ContactLine
from .new_line import NewLine

NEEDED = ("purpose", "label", "label_es", "voice", "from_on")
TEXTS = ("label", "label_es", "voice", "language", "toll_free", "tty", "hours", "hours_es")
MAY_HAVE = (*NEEDED, "plan", "language", "toll_free", "tty", "hours", "hours_es", "until_on")
_DAYS = ("from_on", "until_on")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that stops the sheet from being taken over: its row, and a sentence."""

    row: int
    sentence: str


def read_lines(content: str, *, plan_ids: Mapping[str, UUID]) -> tuple[list[NewLine], list[Fault]]:
    """Return the lines of a sheet and its faults; with any fault nothing of it may be used.

    `plan_ids` are the office's plans by their key.
    """
    reader = csv.DictReader(StringIO(content), strict=True, restval="", restkey="")
    lines: list[NewLine] = []
    faults: list[Fault] = []
    try:
        faults += [Fault(1, sentence) for sentence in _heading(reader.fieldnames or ())]
        for row in reader if not faults else ():
            wrong = [Fault(reader.line_num, sentence) for sentence in _faults(row, plan_ids)]
            faults += wrong
            if not wrong:
                lines.append(_line(row, plan_ids))
    except csv.Error as broken:
        faults.append(Fault(reader.line_num, f"This is no CSV: {broken}."))
    return lines, faults


def _heading(columns: Sequence[str]) -> Iterator[str]:
    for name in NEEDED:
        if name not in columns:
            yield f'The column "{name}" is missing.'
    for name in columns:
        if name not in MAY_HAVE:
            yield f'There is no column "{name}". There are: {", ".join(MAY_HAVE)}.'


def _faults(row: Mapping[str, str], plan_ids: Mapping[str, UUID]) -> Iterator[str]:
    if "" in row:
        yield "There are more values than columns; a comma in a text needs quotes around it."
    for name in NEEDED:
        if not row[name].strip():
            yield f"The {name} is missing."
    purposes = ContactLine.Purpose.values
    if row["purpose"].strip() not in ("", *purposes):
        yield f'There is no purpose "{row["purpose"]}". There are: {", ".join(purposes)}.'
    if (plan := row.get("plan", "").strip()) and plan not in plan_ids:
        yield f'There is no plan "{plan}". There are: {", ".join(sorted(plan_ids)) or "none"}.'
    for name in TEXTS:
        longest = vars(ContactLine._meta.get_field(name))["max_length"]
        if len(row.get(name, "").strip()) > longest:
            yield f"The {name} is longer than {longest} letters."
    days = {name: row.get(name, "").strip() for name in _DAYS}
    for name, text in days.items():
        if text and _day(text) is None:
            yield f'The {name} "{text}" is not a day; write e.g. 2026-01-31.'
    from_on, until_on = (_day(text) for text in days.values())
    if from_on and until_on and until_on <= from_on:
        yield "The until_on, the first day without the line, must come after from_on."


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _line(row: Mapping[str, str], plan_ids: Mapping[str, UUID]) -> NewLine:
    texts = {name: row[name].strip() for name in TEXTS if row.get(name, "").strip()}
    return NewLine(
        purpose=row["purpose"].strip(),
        plan_id=plan_ids.get(row.get("plan", "").strip()),
        from_on=date.fromisoformat(row["from_on"].strip()),
        until_on=_day(row.get("until_on", "").strip()),
        **texts,
    )
