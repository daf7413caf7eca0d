"""Load criteria: compare the editions of a file with those the office has.

An edition that is there never changes: cases keep the one they were reviewed with.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

from openmso.casework.criteria.actions.add_editions import (
    NewEdition,
    NewPoint,
    take_over_criteria,
)
from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.criteria.queries import editions_of

from .criteria_file import EditionRow, read_criteria
from .dated import Stored
from .faults import Fault
from .outcome import LoadOrder, Outcome, one_load_at_a_time
from .rows import Taken, each_once, settled
from .sheets_of_a_folder import NoSheet

Says = tuple[str, str, str, str, frozenset[tuple[str, ...]]]


def load_criteria(file: Path, order: LoadOrder) -> Outcome:
    """Take over the file. With any fault nothing is written. Raises NoSheet."""
    try:
        content = file.read_bytes()
    except OSError as trouble:
        raise NoSheet(f"{file} cannot be read: {trouble.strerror}.") from trouble
    outcome = Outcome()
    rows, outcome.faults = read_criteria(file.name, content)
    each_once(rows, "edition", lambda row: f"{row.key} {row.edition}", outcome)
    with one_load_at_a_time(order.tenant_id):
        order.progress("comparing criteria", len(rows))
        there = editions_of(order.tenant_id)
        _are_other_editions(rows, there, outcome)
        found = settled(
            "criteria editions",
            rows,
            _stored(there, order.tenant_id),
            track=lambda row: row.key,
            says=lambda row: _says(row, row.points),
            outcome=outcome,
        )
        if outcome.may_be_written(order):
            order.progress("writing criteria", outcome.changes)
            new = [_new(each.row, found.new[each.line]) for each in rows if each.line in found.new]
            take_over_criteria(new, ends=found.ended, by=order.by, at=order.at)
    return outcome


def _are_other_editions(
    rows: Iterable[Taken[EditionRow]], there: Iterable[CriteriaEdition], outcome: Outcome
) -> None:
    """Note rows with the name of a stored edition and another first day."""
    begins = {(edition.key, edition.edition): edition.from_on for edition in there}
    for each in rows:
        stored_on = begins.get((each.row.key, each.row.edition), each.row.from_on)
        if stored_on != each.row.from_on:
            sentence = (
                f'The office has the edition "{each.row.edition}" of "{each.row.key}", '
                f"from {stored_on}; a new one needs another name."
            )
            outcome.faults.append(Fault(each.file, each.line, sentence))


def _stored(there: Iterable[CriteriaEdition], tenant_id: UUID) -> list[Stored]:
    points: dict[UUID, list[CriteriaPoint]] = defaultdict(list)
    for point in CriteriaPoint.objects.filter(tenant_id=tenant_id):
        points[point.edition_id].append(point)
    return [
        Stored(
            id=edition.id,
            track=edition.key,
            from_on=edition.from_on,
            until_on=edition.until_on,
            says=_says(edition, points[edition.id]),
        )
        for edition in there
    ]


def _says(
    edition: EditionRow | CriteriaEdition, points: Iterable[NewPoint | CriteriaPoint]
) -> Says:
    words = frozenset(
        (point.code, point.text, point.question, point.plain, point.plain_es) for point in points
    )
    return (edition.edition, edition.title, edition.title_es, edition.publisher, words)


def _new(row: EditionRow, until_on: date | None) -> NewEdition:
    return NewEdition(
        key=row.key,
        edition=row.edition,
        title=row.title,
        title_es=row.title_es,
        publisher=row.publisher,
        from_on=row.from_on,
        until_on=until_on,
        points=row.points,
    )
