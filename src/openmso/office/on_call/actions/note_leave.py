"""Somebody will be away; refused while a time of theirs would be left without anybody."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.accounts.account_line import AccountLine
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import action, record

from .. import events
from ..domain.coverage import gaps
from ..domain.duty_role import DUTY_NAMES, DutyRole
from ..domain.stretch import Stretch
from ..domain.words import stretch_in_words
from ..models import Leave
from ..people import people_with_ids
from ..queries import duties_in


class LeaveOpensGaps(ValueError):
    """Somebody has to take duties over first; `sentences` say which times."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))


@action
def note_leave(account_id: UUID, during: Stretch, *, by: Actor, at: datetime) -> Leave:
    """Note that a person is away. Raises LeaveOpensGaps, NotForDuty, NotAllowed."""
    by.require(Permission.ON_CALL_PLAN)
    people_with_ids(by.tenant_id, [account_id])
    if left_alone := _left_alone(account_id, during, by):
        raise LeaveOpensGaps(left_alone)
    leave = Leave.objects.create(
        tenant_id=by.tenant_id,
        account_id=account_id,
        starts_at=during.starts_at,
        ends_at=during.ends_at,
        noted_at=at,
    )
    record(
        AccountLine(id=account_id, tenant_id=by.tenant_id),
        events.LEAVE_NOTED,
        by=by,
        at=at,
        starts_at=during.starts_at.isoformat(),
        ends_at=during.ends_at.isoformat(),
    )
    return leave


def _left_alone(account_id: UUID, during: Stretch, by: Actor) -> list[str]:
    """Say what this person alone is on duty for while they want to be away."""
    zone = tenant_by_id(by.tenant_id).zone
    sentences: list[str] = []
    for role, duties in duties_in(by.tenant_id, DutyRole, during).items():
        others = [duty for duty in duties if duty.person_id != account_id]
        own = [duty for duty in duties if duty.person_id == account_id]
        sentences += [
            f"{DUTY_NAMES[role]}: somebody else must first take over {stretch_in_words(gap, zone)}."
            for duty in own
            for gap in gaps(duty.during, others)
        ]
    return sentences
