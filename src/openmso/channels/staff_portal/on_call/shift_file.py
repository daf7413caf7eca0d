"""Reads a list of shifts as people paste it out of a spreadsheet.

The first line names the columns: `email`, `starts`, `ends`, and perhaps `place`. Times are the
office's own, or carry an offset: `11/22/2026 7:00 AM`, `2026-11-01T01:30-07:00`.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from io import StringIO
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError

from openmso.channels.ui.forms.read_date import NotADate, read_date
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of
from openmso.office.access.models import Account
from openmso.office.on_call.domain.stretch import Duty, Stretch

COLUMNS = ("email", "starts", "ends")
MOST_LINES = 2000
MOST_MISTAKES = 20
_PLACES = {"": 1, "1": 1, "2": 2, "3": 3}


@dataclass(frozen=True, slots=True)
class ShiftList:
    """What was read. `mistakes` are sentences that name their line; with one of them, send none."""

    duties: tuple[Duty, ...]
    mistakes: tuple[str, ...]


class _Mistake(ValueError):
    """What is wrong with one line."""


def read_shifts(text: str, people: Mapping[str, Account], zone: ZoneInfo) -> ShiftList:
    """Return the shifts in `text`; `people` are those who can be on duty, by e-mail."""
    rows = csv.DictReader(StringIO(text.strip()), skipinitialspace=True)
    named = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if missing := [name for name in COLUMNS if name not in named]:
        said = f"The first line must name the columns; {', '.join(missing)} is missing."
        return ShiftList((), (said,))
    rows.fieldnames = named
    duties: list[Duty] = []
    mistakes: list[str] = []
    for number, row in _numbered(rows):
        if number > MOST_LINES or len(mistakes) == MOST_MISTAKES:
            mistakes.append(f"Line {number} and what follows was not read.")
            break
        try:
            duties.append(_duty(row, people, zone))
        except _Mistake as mistake:
            mistakes.append(f"Line {number}: {mistake}")
    return ShiftList(tuple(duties), tuple(mistakes))


def _numbered(rows: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str, str]]]:
    try:
        for row in rows:
            yield rows.line_num, {name: str(value or "").strip() for name, value in row.items()}
    except csv.Error:
        yield rows.line_num, {}


def _duty(row: Mapping[str, str], people: Mapping[str, Account], zone: ZoneInfo) -> Duty:
    person = people.get(row.get("email", "").lower())
    if person is None:
        raise _Mistake("nobody who can be on duty has this e-mail.")
    if (place := _PLACES.get(row.get("place", ""))) is None:
        raise _Mistake("the place is 1, 2 or 3.")
    starts_at, ends_at = (_instant(row[name], zone) for name in ("starts", "ends"))
    if ends_at <= starts_at:
        raise _Mistake("the shift ends before it starts.")
    return Duty(
        person_id=person.id, person=person.name, during=Stretch(starts_at, ends_at), place=place
    )


def _instant(text: str, zone: ZoneInfo) -> datetime:
    """Return the instant. An hour that comes twice needs its offset."""
    try:
        iso = datetime.fromisoformat(text)
        if iso.tzinfo is not None:
            return iso
        day, at = iso.date(), iso.time()
    except ValueError:
        day_text, _, time_text = text.partition(" ")
        day, at = _read(day_text, time_text)
    try:
        moment = moment_of(day, at, zone)
    except NoSuchTime as refusal:
        raise _Mistake(f'"{text}": {refusal}') from None
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        raise _Mistake(
            f'"{text}" comes twice on that day. Write which one: '
            f"{moment.isoformat(timespec='minutes')} or "
            f"{moment.replace(fold=1).isoformat(timespec='minutes')}."
        )
    return moment


def _read(day_text: str, time_text: str) -> tuple[date, time]:
    try:
        day, at = read_date(day_text), TimeField().clean(time_text)
    except NotADate as refusal:
        raise _Mistake(f'"{day_text}": {refusal}') from None
    except ValidationError as refusal:
        raise _Mistake(f'"{time_text}": {" ".join(refusal.messages)}') from None
    if at is None:
        raise _Mistake(f'"{day_text}" has no time of day.')
    return day, at
