"""The hospital stays of the months behind: told, answered, over."""

from datetime import timedelta

from openmso.casework.inpatient.admissions.actions.record_move import record_move
from openmso.casework.inpatient.admissions.domain.notification import Way
from openmso.casework.inpatient.admissions.domain.stay import Level, Move, MoveKind

from .ward import Ward

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_STAYS = 12
_DAYS_BETWEEN = 11


def write_past_stays(ward: Ward) -> None:
    """Let them happen, the oldest first; the ward's patients were covered all the time."""
    for number in range(_STAYS, 0, -1):
        _gone_home(ward, days_ago=number * _DAYS_BETWEEN, nights=1 + number % 5)
    _transferred_and_on_leave(ward, days_ago=20)


def _gone_home(ward: Ward, *, days_ago: int, nights: int) -> None:
    """A stay that went as stays go: told in time, approved, discharged home."""
    admitted_at = ward.morning(days_ago)
    stay = ward.told(("MA", "KK", "MEDI-CAL")[days_ago % 3], admitted_at)
    ward.approve(stay, nights=nights, at=admitted_at + 5 * _HOUR)
    ward.home(stay, at=admitted_at + nights * _DAY + 5 * _HOUR)


def _transferred_and_on_leave(ward: Ward, *, days_ago: int) -> None:
    """Intensive care, another hospital, a leave, and a status for every day."""
    admitted_at = ward.morning(days_ago)
    stay = ward.told("MA", admitted_at, way=Way.PLANNED)
    ward.approve(stay, nights=8, at=admitted_at + 5 * _HOUR)
    nurse, other = ward.nurse(), ward.hospitals[-1]
    moves = (
        Move(
            at=admitted_at + _DAY,
            kind=MoveKind.ENTER,
            level=Level.INTENSIVE_CARE,
            place=stay.hospital_id,
        ),
        Move(
            at=admitted_at + 3 * _DAY,
            kind=MoveKind.ENTER,
            level=Level.TELEMETRY,
            place=other.id,
        ),
        Move(at=admitted_at + 5 * _DAY, kind=MoveKind.LEAVE),
        Move(at=admitted_at + 6 * _DAY, kind=MoveKind.RETURN),
    )
    for move in moves:
        record_move(stay.id, move, by=nurse, at=move.at + _HOUR)
    for day in (0, 1, 2, 3, 4, 6, 7):
        ward.status(stay, at=admitted_at + day * _DAY + 4 * _HOUR)
    ward.home(stay, at=admitted_at + 8 * _DAY + 5 * _HOUR)
