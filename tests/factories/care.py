"""Members whose care somebody follows, made through the actions that case managers use.

`make_care_case(world)` opens a case; `make_full_care_case(world)` has one of everything in it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from openmso.care.case_management.actions.add_task import add_task
from openmso.care.case_management.actions.comment import comment
from openmso.care.case_management.actions.flag_complex import flag_complex
from openmso.care.case_management.actions.give_instructions import ToDo, give_instructions
from openmso.care.case_management.actions.give_standing_access import give_standing_access
from openmso.care.case_management.actions.keep_continuity import keep_continuity
from openmso.care.case_management.actions.note_treatment import note_treatment
from openmso.care.case_management.actions.open_case import open_case
from openmso.care.case_management.actions.record_contact import Talk, record_contact
from openmso.care.case_management.actions.set_goal import set_goal
from openmso.care.case_management.actions.write_plan import Plan, write_plan
from openmso.care.case_management.actions.write_status import Status, write_status
from openmso.care.case_management.domain.daily_status import Condition
from openmso.care.case_management.domain.states import (
    ContactOutcome,
    ContactWay,
    ContactWith,
    Source,
)
from openmso.care.case_management.models import CareCase
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.roster.eligibility.actions.correct_coverage import end_coverage
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.plans.models import Ipa

from . import roster
from .access import make_account
from .prior_auth import World

OPENED_AT = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)  # a Monday, 9 AM in Los Angeles
OPENED_ON = date(2026, 11, 16)
ONE_DAY = timedelta(days=1)
PLAN = Plan(
    doctor="Dr. Ruth Abara",
    about="We want to keep your heart strong.",
    about_es="Queremos cuidar su corazón.",
    steps="A nurse calls you each day.\nYou weigh each day.",
    steps_es="Una enfermera le llama cada día.\nUsted se pesa cada día.",
)

TO_DO = ToDo(
    source=Source.DISCHARGE,
    from_whom="Harbor Point Hospital",
    given_on=OPENED_ON,
    steps="Take your new pill.\nRest.",
    follow_up_on=OPENED_ON + 7 * ONE_DAY,
)


def make_manager(world: World, **given: Any) -> Account:
    return make_account(Role.CASE_MANAGER, world.tenant, **given)


def make_care_case(
    world: World,
    *,
    manager: Account | None = None,
    flagged: bool = False,
    at: datetime = OPENED_AT,
) -> CareCase:
    """An open case about the world's member; with `flagged` its condition is complex since then."""
    by = (manager or make_manager(world)).as_actor()
    case = open_case(world.member.id, "Heart failure, two stays this year", by=by, at=at)
    if flagged:
        case = flag_complex(case.id, "Heart failure", "Dr. Ruth Abara", by=by, at=at)
    return case


def worker_of(case: CareCase) -> Actor:
    """Whoever follows the case."""
    return case.manager.as_actor()


@dataclass(frozen=True, slots=True, kw_only=True)
class FullCase:
    """A case with one of everything, and the ids of what pages name."""

    case: CareCase
    task_id: UUID
    goal_id: UUID
    treatment_id: UUID


def make_full_care_case(
    world: World, *, manager: Account | None = None, next_ipa: Ipa | None = None
) -> FullCase:
    """A flagged case with task, contact, status, plan, goal, comment, instructions, access and
    treatment; with `next_ipa` also a change of IPA that all of it survives."""
    case = make_care_case(world, flagged=True, manager=manager)
    by, at = worker_of(case), OPENED_AT
    say = "She feels well and has her pills."
    task = add_task(case.id, say, OPENED_ON + ONE_DAY, by=by, at=at)
    talk = Talk(
        way=ContactWay.PHONE,
        with_whom=ContactWith.MEMBER,
        outcome=ContactOutcome.TALKED,
        talked_at=at,
        note=say,
    )
    record_contact(case.id, talk, by=by, at=at)
    write_status(case.id, Status(on=OPENED_ON, condition=Condition.SAME, note=say), by=by, at=at)
    write_plan(case.id, PLAN, by=by, at=at)
    goal = set_goal(case.id, "Walk to the park.", by=by, at=at)
    comment(case.id, say, by=by, at=at)
    give_instructions(case.id, TO_DO, by=by, at=at)
    npi, until_on = world.practitioner.npi, OPENED_ON + 180 * ONE_DAY
    give_standing_access(case.id, npi, from_on=OPENED_ON, until_on=until_on, by=by, at=at)
    treatment = note_treatment(case.id, "Dialysis", "Kidney center", date(2026, 5, 1), by=by, at=at)
    if next_ipa is not None:
        learned_at = at + ONE_DAY
        move_to_another_ipa(world, next_ipa, on=date(2026, 12, 1), at=learned_at)
        keep_continuity(case.id, by=by, at=learned_at)
    return FullCase(case=case, task_id=task.id, goal_id=goal.id, treatment_id=treatment.id)


def move_to_another_ipa(world: World, ipa: Ipa, *, on: date, at: datetime) -> CoverageSpan:
    """Let the member's cover go on in the same plan through another IPA from `on`."""
    by = Actor.system("test", world.tenant.id)
    now = CoverageSpan.objects.get(tenant=world.tenant, member=world.member, known_until=None)
    end_coverage(now.id, until_on=on, reason="moved", by=by, at=at)
    return roster.make_coverage(world.member, world.plan, ipa, from_on=on, known_from=at)
