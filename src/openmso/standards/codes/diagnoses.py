"""ICD-10-CM, the release of April 2026: codes and words of diagnoses, in force to 2026-09-30.

Public domain (CDC/NCHS and CMS). The list is read once, when first asked: about a second and
some forty megabytes; nothing else in the product pays for it.
"""

import csv
import lzma
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import TextIOWrapper
from itertools import islice
from typing import NamedTuple

from openmso.standards.names import words_form
from openmso.standards.typed_text import code_form, kept

RELEASE = "ICD-10-CM, April 2026"
MOST_ROWS = 25
_FEWEST_SIGNS = 2


class Diagnosis(NamedTuple):
    """One code; only a billable one may stand on a request."""

    code: str
    dotted: str
    billable: bool
    description: str


def diagnosis(code: str) -> Diagnosis | None:
    """Return the diagnosis with this code, written with or without its dot; None if unknown."""
    return _table().by_code.get(_plain(code))


def find_diagnoses(text: str, *, limit: int = MOST_ROWS) -> list[Diagnosis]:
    """Return billable diagnoses whose code starts with `text`, else those whose description holds
    the beginnings of all its words. Ordered by code; fewer than two signs find nothing."""
    if len(_plain(text)) < _FEWEST_SIGNS:
        return []
    return list(islice(_by_code(text), limit)) or list(islice(_by_words(text), limit))


@dataclass(frozen=True, slots=True)
class _Table:
    billable: list[Diagnosis]
    codes: list[str]
    by_code: dict[str, Diagnosis]
    rows_of_word: dict[str, list[int]]
    words: list[str]


@cache
def _table() -> _Table:
    packed = files("openmso.standards.codes") / "data" / "icd10cm_2026-04.csv.xz"
    with packed.open("rb") as raw, TextIOWrapper(lzma.LZMAFile(raw), "utf-8") as rows:
        every = [
            Diagnosis(row[0], row[1], row[2] == "1", row[4])
            for row in islice(csv.reader(rows), 1, None)
        ]
    billable = sorted(row for row in every if row.billable)
    rows_of_word: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(billable):
        for word in set(words_form(row.description).split()):
            rows_of_word[word].append(place)
    return _Table(
        billable=billable,
        codes=[row.code for row in billable],
        by_code={row.code: row for row in every},
        rows_of_word=dict(rows_of_word),
        words=sorted(rows_of_word),
    )


def _by_code(text: str) -> list[Diagnosis]:
    table, prefix = _table(), _plain(text)
    first = bisect_left(table.codes, prefix)
    last = bisect_left(table.codes, prefix + "~")
    return table.billable[first:last]


def _by_words(text: str) -> list[Diagnosis]:
    table = _table()
    places: set[int] | None = None
    for word in words_form(kept(text)).split():
        first = bisect_left(table.words, word)
        last = bisect_left(table.words, word + "\U0010ffff")
        fitting = {
            place for known in table.words[first:last] for place in table.rows_of_word[known]
        }
        places = fitting if places is None else places & fitting
    return [table.billable[place] for place in sorted(places or ())]


def _plain(code: str) -> str:
    return code_form(code)
