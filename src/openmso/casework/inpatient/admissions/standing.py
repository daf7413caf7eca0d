"""Where a stay stands, worked out from what is on record: days, missing statuses, notices."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openmso.office.law import notices, office_calendar, rulebook

from .domain.bed_days import BedDay, bed_days
from .domain.daily_status import missing_days, owed_today
from .domain.discharge_notices import ADMITTED, DISPUTED, PLANNED, NoticeOwed, notices_owed
from .domain.stay import Move, Part, part_at, parts_of
from .models import Admission, NoticeGiven


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`now` None: the patient is not in the hospital any more. `missing` are days that are over."""

    parts: tuple[Part, ...]
    now: Part | None
    days: tuple[BedDay, ...]
    missing: tuple[date, ...]
    owed_today: bool


def standing_of(
    admission: Admission, moves: Sequence[Move], entered: Collection[date], *, at: datetime
) -> Standing:
    """Return where the stay stands at `at`. `moves` are those not struck; reads nothing."""
    zone = office_calendar(admission.tenant_id).time_zone
    parts = parts_of(moves)
    return Standing(
        parts=parts,
        now=part_at(parts, at),
        days=bed_days(parts, zone=zone, at=at),
        missing=missing_days(parts, entered, told_at=admission.notified_at, zone=zone, at=at),
        owed_today=owed_today(parts, entered, zone=zone, at=at),
    )


def owed_notices(admission: Admission, given: Mapping[str, NoticeGiven]) -> tuple[NoticeOwed, ...]:
    """Return the notices that what happened so far makes owed; reads nothing."""
    if not admission.line_of_business:
        return ()
    happened = {
        ADMITTED: admission.admitted_at,
        PLANNED: admission.discharge_planned_at,
        DISPUTED: admission.qio_told_at,
    }
    return notices_owed(
        {event: when for event, when in happened.items() if when is not None},
        line_of_business=admission.line_of_business,
        book=rulebook(),
        notices=notices(),
        office=office_calendar(admission.tenant_id),
        given={notice_id: one.given_at for notice_id, one in given.items()},
    )
