"""Whose turn it is to be called."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from .duty_role import DutyRole
from .stretch import Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class NextInLine:
    role: DutyRole
    duty: Duty


def next_in_line(
    roles: Sequence[DutyRole],
    on_duty: Mapping[DutyRole, Iterable[Duty]],
    *,
    called: Collection[UUID],
) -> NextInLine | None:
    """Return who is called now: role by role, in each by place; None when nobody is left.

    Nobody is called twice for one page, whatever they are on duty for.
    """
    for role in roles:
        for duty in sorted(on_duty.get(role, ()), key=_place):
            if duty.person_id not in called:
                return NextInLine(role=role, duty=duty)
    return None


def _place(duty: Duty) -> tuple[object, ...]:
    return duty.place, duty.during, str(duty.person_id)
