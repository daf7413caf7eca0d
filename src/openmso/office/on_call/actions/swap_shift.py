"""A colleague takes a shift, or a part of it, over; in return for one of their own, or for none."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import action, record

from .. import events
from ..domain.stretch import Stretch
from ..domain.words import stretch_in_words
from ..models import Shift
from ..people import people_with_ids
from ..queries import ShiftNotFound, absences


class SwapRefused(ValueError):
    """The swap cannot be made. The sentence says why, for the person who plans."""


@action
def swap_shift(
    shift_id: UUID,
    *,
    to: UUID,
    part: Stretch | None = None,
    in_return: UUID | None = None,
    by: Actor,
    at: datetime,
) -> list[Shift]:
    """Give a shift (or the `part` of it) to `to`; `in_return` names a shift of theirs that the
    first person takes whole. Return the new shifts.

    What is not given stays with its person, so nothing is ever uncovered. The earlier shifts stay
    on record. Raises ShiftNotFound, SwapRefused, NotForDuty, NotAllowed.
    """
    by.require(Permission.ON_CALL_PLAN)
    shift = _locked(shift_id, by, at)
    during = _given(shift, part)
    other = _locked(in_return, by, at) if in_return is not None else None
    if other is not None and other.account_id != to:
        raise SwapRefused("The shift in return must be one of the person who takes this one over.")
    new = _handed_over(shift, during, to, by=by, at=at)
    if other is not None:
        whole = Stretch(other.starts_at, other.ends_at)
        new += _handed_over(other, whole, shift.account_id, by=by, at=at)
    return new


def _locked(shift_id: UUID, by: Actor, at: datetime) -> Shift:
    shift = (
        Shift.objects.select_for_update(of=("self",))
        .select_related("schedule", "account")
        .filter(tenant_id=by.tenant_id, id=shift_id)
        .first()
    )
    if shift is None:
        raise ShiftNotFound("no such shift")
    if shift.given_up_at is not None:
        raise SwapRefused("This shift was swapped already. Look at the week again.")
    if shift.ends_at <= at:
        raise SwapRefused("This shift is over.")
    return shift


def _given(shift: Shift, part: Stretch | None) -> Stretch:
    whole = Stretch(shift.starts_at, shift.ends_at)
    if part is None:
        return whole
    if part.cut_to(whole) != part:
        raise SwapRefused("The part must lie inside the shift.")
    return part


def _handed_over(
    shift: Shift, during: Stretch, to: UUID, *, by: Actor, at: datetime
) -> list[Shift]:
    person = people_with_ids(by.tenant_id, [to])[to]
    if to == shift.account_id:
        raise SwapRefused(f"{person.name} has this shift already.")
    zone = tenant_by_id(by.tenant_id).zone
    for away in absences(by.tenant_id, during):
        if away.person_id == to:
            when = stretch_in_words(away.during, zone)
            raise SwapRefused(f"{person.name} is away from {when}.")
    shift.given_up_at = at
    shift.save(update_fields=["given_up_at"])
    kept = Stretch(shift.starts_at, shift.ends_at).without(during)
    new = Shift.objects.bulk_create(
        [
            _instead_of(shift, to, during),
            *(_instead_of(shift, shift.account_id, rest) for rest in kept),
        ]
    )
    record(
        shift.schedule,
        events.SWAPPED,
        by=by,
        at=at,
        gave=shift.account.name,
        took=person.name,
        starts_at=during.starts_at.isoformat(),
        ends_at=during.ends_at.isoformat(),
    )
    return new


def _instead_of(shift: Shift, account_id: UUID, during: Stretch) -> Shift:
    return Shift(
        tenant_id=shift.tenant_id,
        schedule=shift.schedule,
        role=shift.role,
        account_id=account_id,
        starts_at=during.starts_at,
        ends_at=during.ends_at,
        place=shift.place,
        instead_of=shift,
    )
