"""Writing down a move of a stay: only one that makes a possible stay with the others."""

from datetime import datetime

from ..domain.stay import Move, Part, StayNotPossible, parts_of
from ..models import Admission, StayMove
from ..moves_known import moves_by_stay


def first_move(stay: Admission, move: Move, *, at: datetime) -> StayMove:
    """Write the arrival of a new stay."""
    return _write(stay, move, at=at)


def add_move(stay: Admission, move: Move, *, at: datetime) -> tuple[Part, ...]:
    """Write a move and return the parts of the stay with it.

    It may lie between moves that are known: people learn late. Raises StayNotPossible.
    """
    if move.at > at:
        raise StayNotPossible("This time has not come yet.")
    known = moves_by_stay(stay.tenant_id, [stay.id])[stay.id]
    parts = parts_of([*known, move])
    _write(stay, move, at=at)
    return parts


def strike(stay: Admission, move: StayMove, *, why: str, at: datetime) -> tuple[Part, ...]:
    """Strike a move and return the parts of the stay without it. Raises StayNotPossible."""
    if not why.strip():
        raise StayNotPossible("Say why this was wrong.")
    if move.happened_at == stay.admitted_at:
        raise StayNotPossible("The arrival is not struck: without it there is no stay.")
    move.struck_at, move.struck_why = at, why
    move.save(update_fields=["struck_at", "struck_why"])
    return parts_of(moves_by_stay(stay.tenant_id, [stay.id])[stay.id])


def _write(stay: Admission, move: Move, *, at: datetime) -> StayMove:
    return StayMove.objects.create(
        tenant_id=stay.tenant_id,
        admission=stay,
        happened_at=move.at,
        recorded_at=at,
        kind=move.kind,
        level=move.level or "",
        hospital_id=move.place,
    )
