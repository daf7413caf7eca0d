"""A schedule of duty is published, or refused while it leaves a minute without anybody."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import action, record

from .. import events
from ..domain.coverage import gaps, without_absences
from ..domain.duty_role import DutyRole
from ..domain.stretch import Duty, Stretch
from ..domain.words import gaps_in_words
from ..models import DutySchedule, Shift
from ..people import people_with_ids
from ..queries import absences


class ScheduleHasGaps(ValueError):
    """Nobody is on duty at some time. `gaps` are the times, `sentences` say them in office time."""

    def __init__(self, open_parts: Sequence[Stretch], zone: ZoneInfo) -> None:
        self.gaps = tuple(open_parts)
        self.sentences = gaps_in_words(open_parts, zone)
        super().__init__(" ".join(self.sentences))


@action
def publish_schedule(
    role: DutyRole, period: Stretch, duties: Iterable[Duty], *, by: Actor, at: datetime
) -> DutySchedule:
    """Publish who is on duty for `role` in `period`; from now on it holds there.

    What a duty has outside the period is cut off. A person who is away in a turn does not cover
    it. Earlier schedules stay on record and give way where this one speaks. Raises
    ScheduleHasGaps, NotForDuty, NotAllowed.
    """
    by.require(Permission.ON_CALL_PLAN)
    inside = [
        (duty, during) for duty in duties if (during := duty.during.cut_to(period)) is not None
    ]
    people_with_ids(by.tenant_id, (duty.person_id for duty, _ in inside))
    here = without_absences((duty for duty, _ in inside), absences(by.tenant_id, period))
    if open_parts := gaps(period, here):
        raise ScheduleHasGaps(open_parts, tenant_by_id(by.tenant_id).zone)
    schedule = DutySchedule.objects.create(
        tenant_id=by.tenant_id,
        role=role.value,
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        published_at=at,
        published_by_id=by.id,
        published_by_name=by.name,
    )
    Shift.objects.bulk_create(
        Shift(
            tenant_id=by.tenant_id,
            schedule=schedule,
            role=role.value,
            account_id=duty.person_id,
            starts_at=during.starts_at,
            ends_at=during.ends_at,
            place=duty.place,
        )
        for duty, during in inside
    )
    record(
        schedule,
        events.PUBLISHED,
        by=by,
        at=at,
        role=role.value,
        starts_at=period.starts_at.isoformat(),
        ends_at=period.ends_at.isoformat(),
        shifts=len(inside),
    )
    return schedule
