"""A member with a complex condition gets standing access to a specialist of the network."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.roster.providers.models import Practitioner

from ..domain.complex_condition import NotUnlocked, Right, require_right
from ..events import Event
from ..models import CareCase, StandingAccess
from ..queries import newest_plan
from ..steps.locking import day_of, locked


class NotInNetwork(ValueError):
    """No specialist with this NPI belongs to the IPA's network on the first day."""


@action
def give_standing_access(
    case_id: UUID, npi: str, *, from_on: date, until_on: date, by: Actor, at: datetime
) -> StandingAccess:
    """Let the member see the specialist as often as needed, for the term in the treatment plan.

    `until_on` is the first day without it. Raises CareCaseNotFound, NotOpen, NotAllowed,
    NotUnlocked without the flag or without a plan, NotInNetwork.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    require_right(Right.STANDING_ACCESS, case.flag, on=day_of(case, at))
    plan = newest_plan(case)
    if plan is None:
        raise NotUnlocked("Write the care plan first: the access is for the plan's term.")
    access = StandingAccess.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        plan=plan,
        specialist=_specialist(case, npi, from_on),
        from_on=from_on,
        until_on=until_on,
        given_at=at,
        by_name=by.name,
    )
    record(
        case,
        Event.ACCESS_GIVEN,
        by=by,
        at=at,
        from_on=from_on.isoformat(),
        until_on=until_on.isoformat(),
    )
    return access


def _specialist(case: CareCase, npi: str, on: date) -> Practitioner:
    found = Practitioner.objects.filter(
        Q(networks__until_on=None) | Q(networks__until_on__gt=on),
        tenant_id=case.tenant_id,
        npi=npi,
        networks__ipa_id=case.ipa_id,
        networks__from_on__lte=on,
    ).first()
    if found is None:
        raise NotInNetwork("No specialist of this IPA's network has this number.")
    return found
