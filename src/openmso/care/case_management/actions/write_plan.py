"""A new edition of the care plan is written and sent to the member."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..events import Event
from ..letters import order_plan_letter
from ..models import CarePlan
from ..queries import newest_plan
from ..steps.locking import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The words of a plan; `steps` is one step a line. The Spanish texts may be empty."""

    doctor: str
    about: str
    steps: str
    about_es: str = ""
    steps_es: str = ""


@action
def write_plan(case_id: UUID, plan: Plan, *, by: Actor, at: datetime) -> CarePlan:
    """Keep the next edition and order the letter that brings it to the member.

    Raises CareCaseNotFound, NotOpen, NotAllowed.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    before = newest_plan(case)
    edition = CarePlan.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        edition=before.edition + 1 if before else 1,
        doctor=plan.doctor,
        about=plan.about,
        about_es=plan.about_es,
        steps=plan.steps,
        steps_es=plan.steps_es,
        written_at=at,
        by_name=by.name,
    )
    record(case, Event.PLAN_WRITTEN, by=by, at=at, edition=edition.edition)
    order_plan_letter(case, edition, by=by, at=at)
    return edition
