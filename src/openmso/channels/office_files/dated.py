"""What a load does to things that hold from day to day: adds, ends, leaves alone, refuses.

A track is one thing over time, such as the answer for one code of one plan; of a track one row
holds on a day. A row without an end ends where the next one of its track begins. Days are as
inside the product: `until_on` is the first day on which a row no longer holds.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A row the office has; `says` is everything that is true of it beside its days."""

    id: UUID
    track: Hashable
    from_on: date
    until_on: date | None
    says: Hashable


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A row of a file, by its line."""

    line: int
    track: Hashable
    from_on: date
    until_on: date | None
    says: Hashable


@dataclass(slots=True)
class Settled:
    """`new` are rows to add, by line, with the day they end; `ended` are stored rows with their
    new end; `faults` are sentences by line."""

    new: dict[int, date | None] = field(default_factory=dict)
    ended: dict[UUID, date] = field(default_factory=dict)
    known: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """One row on its track; `line` and `stored` tell where it comes from, perhaps both."""

    from_on: date
    until_on: date | None
    line: int | None = None
    stored: Stored | None = None
    end_was_said: bool = False


def settle(stored: Iterable[Stored], given: Iterable[Given]) -> Settled:
    """Compare a file's rows with what the office has. With any fault nothing may be written."""
    settled = Settled()
    tracks: dict[Hashable, dict[date, _Place]] = defaultdict(dict)
    for old in stored:
        tracks[old.track][old.from_on] = _Place(old.from_on, old.until_on, stored=old)
    touched = []
    for row in given:
        touched.append(row.track)
        _place(tracks[row.track], row, settled)
    for track in dict.fromkeys(touched):
        places = [tracks[track][day] for day in sorted(tracks[track])]
        _let_the_next_end(places, settled)
        for place in places:
            _note(place, settled)
    return settled


def _place(places: dict[date, _Place], row: Given, settled: Settled) -> None:
    there = places.get(row.from_on)
    if row.until_on is not None and row.until_on <= row.from_on:
        sentence = f"It ends on {row.until_on}, before it begins on {row.from_on}."
        settled.faults.append((row.line, sentence))
    elif there is None:
        places[row.from_on] = _Place(
            row.from_on, row.until_on, line=row.line, end_was_said=row.until_on is not None
        )
    elif there.line is not None:
        sentence = f"The same with the same first day stands in line {there.line} already."
        settled.faults.append((row.line, sentence))
    elif there.stored is not None and there.stored.says != row.says:
        sentence = (
            f"The office has another row of this that begins on {row.from_on}. "
            "A change is a new row with a later first day."
        )
        settled.faults.append((row.line, sentence))
    else:
        there.line, there.end_was_said = row.line, row.until_on is not None
        there.until_on = row.until_on or there.until_on


def _let_the_next_end(places: list[_Place], settled: Settled) -> None:
    for place, following in pairwise(places):
        if place.until_on is not None and place.until_on <= following.from_on:
            continue
        if place.end_was_said and place.line is not None:
            sentence = (
                f"It holds until {place.until_on}, and the next one of the same begins on "
                f"{following.from_on} already."
            )
            settled.faults.append((place.line, sentence))
        place.until_on = following.from_on


def _note(place: _Place, settled: Settled) -> None:
    if place.stored is None:
        if place.line is not None:
            settled.new[place.line] = place.until_on
        return
    if place.until_on is not None and place.until_on != place.stored.until_on:
        settled.ended[place.stored.id] = place.until_on
    elif place.line is not None:
        settled.known += 1
