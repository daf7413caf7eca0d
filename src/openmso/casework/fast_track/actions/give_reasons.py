"""The detailed reasons are in the member's hands."""

from datetime import datetime
from uuid import UUID

from openmso.casework.inpatient.admissions.actions.record_notice import Handed
from openmso.casework.inpatient.admissions.actions.record_notice import (
    record_notice as record_notice_of_stay,
)
from openmso.casework.inpatient.admissions.domain.discharge_notices import DISPUTED
from openmso.casework.inpatient.admissions.models import NoticeGiven
from openmso.casework.inpatient.admissions.queries import notices_given
from openmso.casework.inpatient.admissions.standing import owed_notices
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clocks import GIVE_REASONS
from ..domain.notice import NotPossible
from ..events import Event
from ..models import FastTrackCase
from ..steps.locking import keep, locked
from ..steps.papers import after_papers


@action
def give_reasons(
    case_id: UUID,
    *,
    given_at: datetime,
    how: str,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> FastTrackCase:
    """Keep when and how; its clock stops then, also when it was late. The stay hears of it too.

    Raises CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    if case.reasons_written_at is None or case.reasons_given_at is not None:
        raise MoveNotAllowed("Write the reasons first; they are given once.")
    if not case.reasons_written_at <= given_at <= at:
        raise NotPossible("The reasons were given after they were written, and before now.")
    if not how.strip():
        raise NotPossible("Say how the member got them, or who took them.")
    case.reasons_given_at, case.reasons_given_how = given_at, how.strip()
    keep(case, "reasons_given_at", "reasons_given_how")
    meet(case, GIVE_REASONS, at=given_at)
    record(case, Event.REASONS_GIVEN, by=by, at=at, happened_at=given_at)
    _tell_the_stay(case, given_at, by=by, at=at)
    after_papers(case, at=at)
    return case


def _tell_the_stay(case: FastTrackCase, given_at: datetime, *, by: Actor, at: datetime) -> None:
    stay = case.admission
    if stay is None:
        return
    given = notices_given(stay)
    for one in owed_notices(stay, given):
        if one.notice.event == DISPUTED and one.notice.id not in given:
            handed = Handed(
                notice_id=one.notice.id,
                given_at=given_at,
                given_by=by.name,
                signed=NoticeGiven.Signed.NOT_NEEDED,
            )
            record_notice_of_stay(stay.id, handed, by=by, at=at)
