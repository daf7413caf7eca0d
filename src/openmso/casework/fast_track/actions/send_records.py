"""The records went to the QIO."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.disclosures.models import Disclosure
from openmso.office.moves import MoveNotAllowed
from openmso.office.new_rows import add_rows
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clocks import SEND_RECORDS
from ..domain.notice import NotPossible
from ..events import Event
from ..models import FastTrackCase
from ..steps.locking import keep, locked
from ..steps.papers import after_papers

QIO = "Quality improvement organization"


@action
def send_records(
    case_id: UUID,
    *,
    sent_at: datetime,
    what: str,
    way: str,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> FastTrackCase:
    """Keep what was sent, by which way; it stands in the ledger of who was told what.

    Raises CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    if case.told_at is None or case.records_sent_at is not None:
        raise MoveNotAllowed("No records are owed on this case now.")
    if not case.told_at <= sent_at <= at:
        raise NotPossible("The records were sent after the QIO asked, and before now.")
    if not what.strip():
        raise NotPossible("Say which records were sent.")
    case.records_sent_at, case.records_sent_what = sent_at, what.strip()
    keep(case, "records_sent_at", "records_sent_what")
    meet(case, SEND_RECORDS, at=sent_at)
    record(case, Event.RECORDS_SENT, by=by, at=at, happened_at=sent_at, way=way)
    add_rows([_disclosure(case, sent_at, way)])
    after_papers(case, at=at)
    return case


def _disclosure(case: FastTrackCase, sent_at: datetime, way: str) -> Disclosure:
    return Disclosure(
        tenant_id=case.tenant_id,
        about_member_id=case.member_id,
        case_kind=case.case_kind,
        case_id=case.id,
        what=case.records_sent_what[:80],
        purpose="fast_track",
        receiver_kind="outside_body",
        receiver_name=QIO,
        way=way,
        at=sent_at,
    )
