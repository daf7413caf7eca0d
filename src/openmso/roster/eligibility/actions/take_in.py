"""Take in people together with their coverage: a whole batch or nothing of it."""

from collections.abc import Sequence
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action
from openmso.roster.members.actions.add_members import NewMember, add_members

from .add_coverage import NewCoverage, add_coverage


@action
def take_in_people(
    people: Sequence[NewMember], coverage: Sequence[NewCoverage], *, by: Actor, at: datetime
) -> None:
    """Open the records and write the coverage, of these people and of ones known before.

    Raises NothingRecorded when both are empty, IntegrityError when a number belongs to another
    record or a span overlaps what we know.
    """
    if people:
        add_members(people, by=by, at=at)
    if coverage:
        add_coverage(coverage, by=by, at=at)
