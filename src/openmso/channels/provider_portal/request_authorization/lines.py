"""The services on the form, line by line: one as ever, more when somebody adds a line.

The first line keeps the plain names of its fields, the others have their number behind them.
Adding and taking out a line is a button of the form: everything typed comes along.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from openmso.casework.prior_auth.form_fields import MOST_SERVICES, key_on_line

ADD, REMOVE = "add_service", "remove_service"
_KEYS = ("code", "quantity", "description")
_FRESH = {"code": "", "quantity": "1", "description": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedService:
    """A line that names a code; `quantity` None while it cannot be read."""

    line: int
    code: str
    quantity: Decimal | None
    description: str


@dataclass(frozen=True, slots=True)
class OtherLines:
    """A form with a line more or less; the cursor goes to `line`."""

    data: QueryDict
    line: int


def typed_services(said: Mapping[str, Any]) -> tuple[TypedService, ...]:
    """Return the lines that name a code, among cleaned values; lines left empty do not count."""
    return tuple(
        TypedService(
            line=line,
            code=code,
            quantity=said.get(key_on_line("quantity", line)),
            description=said.get(key_on_line("description", line)) or "",
        )
        for line in range(1, MOST_SERVICES + 1)
        if (code := said.get(key_on_line("code", line)))
    )


def lines_sent(data: Mapping[str, Any]) -> int:
    """Return how many lines stood on the form that was sent, from 1 to the most there may be."""
    return max(
        (line for line in range(2, MOST_SERVICES + 1) if key_on_line("code", line) in data),
        default=1,
    )


def other_lines(sent: QueryDict) -> OtherLines | None:
    """Return the form with the line that was asked for, or without it; None when none was."""
    if ADD in sent:
        return _with_one_more(sent)
    if REMOVE in sent:
        return _without(sent, str(sent[REMOVE]))
    return None


def _with_one_more(sent: QueryDict) -> OtherLines:
    data, line = sent.copy(), min(lines_sent(sent) + 1, MOST_SERVICES)
    for key in _KEYS:
        data.setdefault(key_on_line(key, line), _FRESH[key])
    return OtherLines(data, line)


def _without(sent: QueryDict, line: str) -> OtherLines:
    data, last = sent.copy(), lines_sent(sent)
    gone = int(line) if line in {str(one) for one in range(1, last + 1)} else last + 1
    for each in range(gone, last):
        for key in _KEYS:
            data[key_on_line(key, each)] = data.get(key_on_line(key, each + 1), _FRESH[key])
    if gone <= last and last > 1:
        for key in _KEYS:
            data.pop(key_on_line(key, last), None)
    return OtherLines(data, min(gone, max(last - 1, 1)))
