"""A case manager follows a member: caseload, tasks, contacts, the daily look, the outcome."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from factories.access import make_account
from factories.care import (
    ONE_DAY,
    OPENED_AT,
    OPENED_ON,
    make_care_case,
    make_manager,
    worker_of,
)
from factories.prior_auth import World, make_world
from factories.roster import make_ipa, make_member
from openmso.care.case_management.actions.add_task import add_task
from openmso.care.case_management.actions.close_case import TasksAreOpen, close_case
from openmso.care.case_management.actions.end_task import end_task
from openmso.care.case_management.actions.flag_complex import end_flag, flag_complex
from openmso.care.case_management.actions.hand_over import NotACaseManager, hand_over
from openmso.care.case_management.actions.open_case import (
    AlreadyFollowed,
    NotCovered,
    open_case,
)
from openmso.care.case_management.actions.record_contact import Talk, record_contact
from openmso.care.case_management.actions.write_status import Status, write_status
from openmso.care.case_management.domain.complex_condition import NotUnlocked
from openmso.care.case_management.domain.daily_status import Condition, DayNotWatched
from openmso.care.case_management.domain.states import (
    Closing,
    ContactOutcome,
    ContactWay,
    ContactWith,
    NotOpen,
    OutcomeMissing,
    TaskOutcome,
)
from openmso.care.case_management.models import CareCase, Contact, StatusEntry, Task
from openmso.care.case_management.queries import CareCaseNotFound, caseload, days_told
from openmso.office.access.actor import NotAllowed
from openmso.office.access.roles import Role
from openmso.office.law import office_calendar
from openmso.office.timeline.queries import history
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def item(case: CareCase) -> WorklistItem:
    return WorklistItem.objects.get(case_id=case.id)


def end_of(case: CareCase, day: date) -> datetime:
    return office_calendar(case.tenant_id).end_of_day(day)


def lines(case: CareCase) -> list[str]:
    return [event.name for event in history(case.tenant_id, case.id)]


@pytest.mark.requirement("S003-34")
def test_a_case_lies_with_whoever_opened_it_and_waits_for_a_plan_at_once(world: World) -> None:
    case = make_care_case(world)

    row = item(case)
    assert (row.queue, row.assignee_id) == ("case_management", case.manager_id)
    assert (row.due_at, row.note[:15]) == (end_of(case, OPENED_ON), "Nothing planned")
    assert lines(case) == ["care.opened"]


def test_a_member_has_one_open_case_at_most(world: World) -> None:
    case = make_care_case(world)

    with pytest.raises(AlreadyFollowed) as refusal:
        make_care_case(world)

    assert refusal.value.case_id == case.id
    with pytest.raises(IntegrityError), transaction.atomic():
        CareCase.objects.create(
            **{
                field.attname: getattr(case, field.attname)
                for field in CareCase._meta.concrete_fields
                if field.attname not in {"id", "number"}
            },
            number="CM-2",
        )


def test_nobody_is_followed_who_is_not_covered_or_not_in_sight(world: World) -> None:
    uncovered = make_member(world.tenant)
    here = make_manager(world).as_actor()
    elsewhere = make_manager(world, ipa_ids=[make_ipa(world.tenant).id]).as_actor()

    with pytest.raises(NotCovered):
        open_case(uncovered.id, "x", by=here, at=OPENED_AT)
    with pytest.raises(CareCaseNotFound):
        open_case(world.member.id, "x", by=elsewhere, at=OPENED_AT)
    with pytest.raises(NotAllowed):
        open_case(
            world.member.id,
            "x",
            by=make_account(Role.NURSE, world.tenant).as_actor(),
            at=OPENED_AT,
        )


@pytest.mark.requirement("S003-34")
def test_a_task_leaves_with_an_outcome_only(world: World) -> None:
    case = make_care_case(world)
    by = worker_of(case)
    task = add_task(case.id, "Order a scale", OPENED_ON + ONE_DAY, by=by, at=OPENED_AT)

    assert item(case).due_at == end_of(case, OPENED_ON + ONE_DAY)
    with pytest.raises(OutcomeMissing):
        end_task(case.id, task.id, TaskOutcome.NOT_POSSIBLE, " ", by=by, at=OPENED_AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(id=task.id).update(ended_at=OPENED_AT)
    ended = end_task(case.id, task.id, TaskOutcome.DONE, by=by, at=OPENED_AT)

    assert (ended.outcome, item(case).note[:15]) == ("done", "Nothing planned")


@pytest.mark.requirement("S003-34")
def test_a_contact_keeps_its_own_time_and_what_came_of_it(world: World) -> None:
    case = make_care_case(world)
    talk = Talk(
        way=ContactWay.PHONE,
        with_whom=ContactWith.MEMBER,
        outcome=ContactOutcome.LEFT_WORD,
        talked_at=OPENED_AT - ONE_DAY / 24,
    )

    record_contact(case.id, talk, by=worker_of(case), at=OPENED_AT)

    kept = Contact.objects.get(case=case)
    assert (kept.outcome, kept.talked_at) == ("left_word", talk.talked_at)
    assert history(case.tenant_id, case.id)[-1].happened_at == talk.talked_at


def test_a_case_closes_when_no_task_is_open_and_leaves_the_list(world: World) -> None:
    case = make_care_case(world)
    by = worker_of(case)
    task = add_task(case.id, "Order a scale", OPENED_ON, by=by, at=OPENED_AT)

    with pytest.raises(TasksAreOpen):
        close_case(case.id, Closing.GOALS_REACHED, "", by=by, at=OPENED_AT)
    end_task(case.id, task.id, TaskOutcome.NOT_NEEDED, by=by, at=OPENED_AT)
    close_case(case.id, Closing.GOALS_REACHED, "", by=by, at=OPENED_AT)

    assert item(case).outcome == "goals reached"
    with pytest.raises(NotOpen):
        add_task(case.id, "More", OPENED_ON, by=by, at=OPENED_AT)


def test_a_case_goes_over_to_another_case_manager(world: World) -> None:
    case = make_care_case(world)
    other = make_manager(world, name="Cora Next")
    nurse = make_account(Role.NURSE, world.tenant)

    with pytest.raises(NotACaseManager):
        hand_over(case.id, nurse.id, by=worker_of(case), at=OPENED_AT)
    hand_over(case.id, other.id, by=worker_of(case), at=OPENED_AT)

    assert (item(case).assignee_id, item(case).assignee_name) == (other.id, "Cora Next")


@pytest.mark.requirement("S001-29", "S003-35")
def test_the_flag_begins_a_daily_look_and_each_day_without_an_entry_shows(world: World) -> None:
    case = make_care_case(world, flagged=True)
    by, third_day = worker_of(case), OPENED_AT + 3 * ONE_DAY
    entry = Status(on=OPENED_ON, condition=Condition.SAME)
    write_status(case.id, entry, by=by, at=OPENED_AT)

    [row] = caseload(by, manager_id=by.id, today=OPENED_ON + 3 * ONE_DAY)
    late = write_status(
        case.id, Status(on=OPENED_ON + ONE_DAY, condition=Condition.WORSE), by=by, at=third_day
    )

    assert (vars(row)["days_told"], vars(row)["told_today"]) == (1, False)
    assert late.late
    assert not StatusEntry.objects.get(on=OPENED_ON).late
    assert days_told(case) == {OPENED_ON, OPENED_ON + ONE_DAY}
    assert item(case).due_at == end_of(case, OPENED_ON + 2 * ONE_DAY)
    assert item(case).due_at < third_day, "the day that nobody told of is overdue"


def test_without_the_flag_nobody_is_watched_daily(world: World) -> None:
    case = make_care_case(world)
    by = worker_of(case)
    entry = Status(on=OPENED_ON, condition=Condition.SAME)

    with pytest.raises(NotUnlocked):
        write_status(case.id, entry, by=by, at=OPENED_AT)
    flag_complex(case.id, "Heart failure", "Dr. Ruth Abara", by=by, at=OPENED_AT)
    with pytest.raises(DayNotWatched):
        write_status(
            case.id,
            Status(on=OPENED_ON - ONE_DAY, condition=Condition.SAME),
            by=by,
            at=OPENED_AT,
        )
    end_flag(case.id, by=by, at=OPENED_AT + ONE_DAY)

    assert item(case).note.startswith("Nothing planned")
