"""The rows of a sheet after they were read: taken for what they mean, told apart, compared."""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from .cells import Cells, instead
from .dated import Given, Settled, Stored, settle
from .faults import Fault
from .outcome import Outcome
from .sheet import Sheet

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Taken(Generic[R]):
    """What one row of a sheet says, and where it stands."""

    file: str
    line: int
    row: R


class Dated(Protocol):
    """A row that holds from day to day."""

    @property
    def from_on(self) -> date: ...
    @property
    def until_on(self) -> date | None: ...


D = TypeVar("D", bound=Dated)


def taken(sheet: Sheet, meaning: Callable[[Cells], R], outcome: Outcome) -> list[Taken[R]]:
    """Return the rows of a sheet for what they mean; faults go to `outcome`."""
    outcome.faults += sheet.faults
    found = []
    for row in sheet.rows:
        cells = Cells(row)
        meant = meaning(cells)
        outcome.faults += cells.faults
        if not cells.faults:
            found.append(Taken(row.file, row.line, meant))
    return found


def each_once(
    rows: Iterable[Taken[R]], what: str, key: Callable[[R], Hashable], outcome: Outcome
) -> None:
    """Note every row of which an earlier row of the sheet has the same `key`."""
    first: dict[Hashable, int] = {}
    for each in rows:
        line = first.setdefault(key(each.row), each.line)
        if line != each.line:
            sentence = f'The same {what} "{key(each.row)}" stands in line {line} already.'
            outcome.faults.append(Fault(each.file, each.line, sentence))


def all_known(
    rows: Iterable[Taken[R]],
    what: str,
    name: Callable[[R], str],
    known: Collection[str],
    outcome: Outcome,
) -> None:
    """Note every row that names something the office and the sheets do not have."""
    for each in rows:
        if name(each.row) not in known:
            sentence = f'There is no {what} "{name(each.row)}"{instead(name(each.row), known)}'
            outcome.faults.append(Fault(each.file, each.line, sentence))


def settled(
    kind: str,
    rows: Iterable[Taken[D]],
    stored: Iterable[Stored],
    *,
    track: Callable[[D], Hashable],
    says: Callable[[D], Hashable],
    outcome: Outcome,
) -> Settled:
    """Compare dated rows with the stored ones; counts and faults go to `outcome`."""
    listed = list(rows)
    found = settle(
        stored,
        [
            Given(
                line=each.line,
                track=track(each.row),
                from_on=each.row.from_on,
                until_on=each.row.until_on,
                says=says(each.row),
            )
            for each in listed
        ],
    )
    outcome.faults += [Fault(listed[0].file, line, sentence) for line, sentence in found.faults]
    counted = outcome.counted(kind)
    counted.added += len(found.new)
    counted.ended += len(found.ended)
    counted.known += found.known
    return found
