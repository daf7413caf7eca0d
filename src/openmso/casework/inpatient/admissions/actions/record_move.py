"""The patient changes the level of care or the hospital, goes on leave, or comes back."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.letters.fields import StayNews
from openmso.office.timeline.action import action, record
from openmso.roster.providers.models import Hospital

from ..domain.stay import Move, MoveKind, StayNotPossible, part_at
from ..events import Event
from ..models import Admission
from ..steps.keeping_moves import add_move
from ..steps.locking import in_house, keep
from ..steps.telling_pcp import tell_pcp


@action
def record_move(
    admission_id: UUID, move: Move, *, by: Actor, at: datetime, version: int | None = None
) -> Admission:
    """Write one move; a transfer to another hospital is told to the PCP.

    Raises StayNotFound, MoveNotAllowed, ChangedMeanwhile, NotAllowed, StayNotPossible.
    """
    by.require(Permission.STAY_FOLLOW)
    if move.kind is MoveKind.DISCHARGE:
        raise StayNotPossible("A discharge is recorded with what the patient was told.")
    stay = in_house(admission_id, by=by, version=version)
    hospital = _hospital(stay, move)
    parts = add_move(stay, move, at=at)
    keep(stay)
    record(
        stay,
        Event.MOVED,
        by=by,
        at=at,
        happened_at=move.at,
        kind=str(move.kind),
        level=str(move.level or ""),
        hospital=hospital.name if hospital else "",
    )
    before = [part for part in parts if part.from_at < move.at]
    if hospital is not None and before and before[-1].place != hospital.id:
        now = part_at(parts, move.at)
        tell_pcp(
            stay,
            StayNews.TRANSFERRED,
            happened_at=move.at,
            hospital=hospital,
            level=now.level if now else None,
            by=by,
            at=at,
        )
    return stay


def _hospital(stay: Admission, move: Move) -> Hospital | None:
    if move.kind is not MoveKind.ENTER:
        return None
    found = Hospital.objects.filter(tenant_id=stay.tenant_id, id=move.place).first()
    if found is None:
        raise StayNotPossible("Choose the hospital.")
    return found
