"""Somebody looked at a row that stands out and says what was found."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.document import read
from ..events import Event
from ..models import OutlierReview
from ..queries import run_for

FEWEST_LETTERS = 10


class NoteNeeded(ValueError):
    """A finding needs a sentence. The message is written for the person."""


class NoOutlier(LookupError):
    """No such row stands out in this report."""


@action
def review_outlier(
    run_id: UUID, *, table: str, row: str, finding: str, note: str, by: Actor, at: datetime
) -> OutlierReview:
    """Add a review note to one outlier. Raises RunNotFound, NoOutlier, NoteNeeded, NotAllowed."""
    by.require(Permission.REPORT_REVIEW)
    run = run_for(by, run_id)
    counted = read(run.document).table(table)
    found = counted.row(row) if counted else None
    if found is None or not found.outlier:
        raise NoOutlier("This row does not stand out in the report.")
    if len(note.strip()) < FEWEST_LETTERS or finding not in OutlierReview.Finding.values:
        raise NoteNeeded("Say in a sentence what you found.")
    review = OutlierReview.objects.create(
        tenant_id=run.tenant_id,
        run=run,
        table=table,
        row=row,
        finding=finding,
        note=note.strip(),
        reviewed_by_name=by.name,
        reviewed_at=at,
    )
    record(run, Event.OUTLIER_REVIEWED, by=by, at=at, table=table, row=row, finding=finding)
    return review
