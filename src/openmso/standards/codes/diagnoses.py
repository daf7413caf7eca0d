"""ICD-10-CM, the release of April 2026: codes and words of diagnoses, in force to 2026-09-30.

Public domain (CDC/NCHS and CMS). The list is read once, when first asked: half a second and
some twelve megabytes, which processes forked afterwards share; nothing else in the product pays
for it.
"""

import csv
import lzma
import mmap
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
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
    table, plain = _table(), _plain(code)
    place = table.first_from(plain)
    found = table.row(place) if place < len(table.starts) - 1 else None
    return found if found and found.code == plain else None


def find_diagnoses(text: str, *, limit: int = MOST_ROWS) -> list[Diagnosis]:
    """Return billable diagnoses whose code starts with `text`, else those whose description holds
    the beginnings of all its words. Ordered by code; fewer than two signs find nothing."""
    if len(_plain(text)) < _FEWEST_SIGNS:
        return []
    return list(islice(_by_code(text), limit)) or list(islice(_by_words(text), limit))


@dataclass(frozen=True, slots=True)
class _Table:
    """All codes in order, one line each in one text, and in which lines each word stands.

    Packed, and shared between processes, because every one that serves pages needs it: the lines
    of word n are `places[firsts[n]:firsts[n + 1]]`.
    """

    lines: memoryview
    starts: memoryview
    words: list[str]
    firsts: "array[int]"
    places: memoryview

    def row(self, place: int) -> Diagnosis:
        line = bytes(self.lines[self.starts[place] : self.starts[place + 1] - 1])
        code, billable, description = line.decode().split("\t")
        dotted = f"{code[:3]}.{code[3:]}" if len(code) > 3 else code
        return Diagnosis(code, dotted, billable == "1", description)

    def first_from(self, code: str) -> int:
        """Return the place of the first code that is not before `code`."""
        return bisect_left(range(len(self.starts) - 1), code, key=lambda at: self.row(at).code)

    def places_of(self, beginning: str) -> set[int]:
        """Return the lines in which a word begins like this."""
        first = bisect_left(self.words, beginning)
        last = bisect_left(self.words, beginning + "\U0010ffff")
        return set(self.places[self.firsts[first] : self.firsts[last]])


@cache
def _table() -> _Table:
    packed = files("openmso.standards.codes") / "data" / "icd10cm_2026-04.csv.xz"
    with packed.open("rb") as raw, TextIOWrapper(lzma.LZMAFile(raw), "utf-8") as rows:
        told = islice(csv.reader(rows), 1, None)
        # Some descriptions hold a tabulator, which parts the columns here.
        every = sorted((row[0], row[2], row[4].replace("\t", " ")) for row in told)
    lines, starts, end = [], array("I", [0]), 0
    places_of_word: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for place, (code, billable, description) in enumerate(every):
        lines.append(f"{code}\t{billable}\t{description}\n".encode())
        end += len(lines[-1])
        starts.append(end)
        for word in set(words_form(description).split()) if billable == "1" else ():
            places_of_word[word].append(place)
    words, firsts, places = sorted(places_of_word), array("I", [0]), array("I")
    for word in words:
        places.extend(places_of_word[word])
        firsts.append(len(places))
    return _Table(
        lines=_shared(b"".join(lines)),
        starts=_shared(starts).cast("I"),
        words=words,
        firsts=firsts,
        places=_shared(places).cast("I"),
    )


def _shared(content: "bytes | array[int]") -> memoryview:
    """Return the content as bytes in memory that forked processes share instead of copying."""
    size = memoryview(content).nbytes
    memory = mmap.mmap(-1, size)
    memory[:] = memoryview(content).cast("B")
    return memoryview(memory).toreadonly()


def _by_code(text: str) -> Iterator[Diagnosis]:
    table, prefix = _table(), _plain(text)
    for place in range(table.first_from(prefix), len(table.starts) - 1):
        row = table.row(place)
        if not row.code.startswith(prefix):
            return
        if row.billable:
            yield row


def _by_words(text: str) -> Iterator[Diagnosis]:
    table = _table()
    words = words_form(kept(text)).split()
    found = [table.places_of(word) for word in words]
    for place in sorted(set.intersection(*found)) if found else ():
        yield table.row(place)


def _plain(code: str) -> str:
    return code_form(code)
