"""Taking a care case for a change: locked, and open."""

from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar

from ..domain.states import require_open
from ..models import CareCase
from ..queries import CareCaseNotFound, visible


def locked(case_id: UUID, *, by: Actor) -> CareCase:
    """Return the open case under a row lock until the action ends.

    Raises CareCaseNotFound; NotOpen for a closed one.
    """
    case = (
        visible(by)
        .select_for_update(of=("self",))
        .select_related("member", "plan", "ipa", "coverage")
        .filter(id=case_id)
        .first()
    )
    if case is None:
        raise CareCaseNotFound("There is no such case.")
    require_open(case.state)
    return case


def day_of(case: CareCase, at: datetime) -> date:
    """Return the day of the office at `at`."""
    return office_calendar(case.tenant_id).local(at).date()
