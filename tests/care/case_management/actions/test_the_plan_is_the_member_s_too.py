"""The care plan: editions, goals, the member's say, standing access, instructions, continuity."""

from datetime import date

import pytest

from factories.access import make_account
from factories.care import (
    ONE_DAY,
    OPENED_AT,
    OPENED_ON,
    PLAN,
    TO_DO,
    make_care_case,
    make_full_care_case,
    move_to_another_ipa,
    worker_of,
)
from factories.decisions import physician_of
from factories.prior_auth import World, make_request, make_world
from factories.roster import make_ipa, make_member
from openmso.care.case_management import jobs
from openmso.care.case_management.actions.comment import comment
from openmso.care.case_management.actions.give_instructions import give_instructions
from openmso.care.case_management.actions.give_standing_access import (
    NotInNetwork,
    give_standing_access,
)
from openmso.care.case_management.actions.note_treatment import note_treatment
from openmso.care.case_management.actions.set_goal import set_goal
from openmso.care.case_management.actions.write_plan import write_plan
from openmso.care.case_management.domain.complex_condition import NotUnlocked
from openmso.care.case_management.domain.continuity import GoesOn
from openmso.care.case_management.models import (
    CareCase,
    CarePlan,
    Comment,
    ContinuityAnswer,
    StandingAccess,
    Task,
)
from openmso.care.case_management.queries import CareCaseNotFound, cases_with_new_cover
from openmso.casework.prior_auth.actions.approve import approve
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.html import letter_page
from openmso.office.letters.models import OrderedLetter

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def member_of(world: World) -> Actor:
    return make_account(Role.MEMBER, world.tenant, member_id=world.member.id).as_actor()


def letter_text(case: CareCase, kind: str) -> str:
    letter = OrderedLetter.objects.filter(case_id=case.id, kind=kind).order_by("-ordered_at")[0]
    return str(letter_page(compose(thawed(letter.content))))


@pytest.mark.requirement("S001-28")
def test_each_edition_of_the_plan_is_kept_and_sent_to_the_member(world: World) -> None:
    case = make_care_case(world)
    by = worker_of(case)
    set_goal(case.id, "Walk to the park.", by=by, at=OPENED_AT)

    write_plan(case.id, PLAN, by=by, at=OPENED_AT)
    write_plan(case.id, PLAN, by=by, at=OPENED_AT + ONE_DAY)

    assert list(CarePlan.objects.order_by("edition").values_list("edition", flat=True)) == [1, 2]
    assert OrderedLetter.objects.filter(kind="care_plan", reader="member").count() == 2
    text = letter_text(case, "care_plan")
    assert all(line in text for line in ("keep your heart strong", "You weigh", "Walk to the park"))


@pytest.mark.requirement("S001-28")
def test_a_spanish_reader_gets_the_plan_in_spanish() -> None:
    case = make_care_case(make_world(language="es"))

    write_plan(case.id, PLAN, by=worker_of(case), at=OPENED_AT)

    text = letter_text(case, "care_plan")
    assert "Queremos cuidar su corazón" in text
    assert "keep your heart" not in text


@pytest.mark.requirement("S000-33", "S001-34")
def test_what_the_member_says_is_part_of_the_record_and_gets_an_answer(world: World) -> None:
    case = make_care_case(world)
    write_plan(case.id, PLAN, by=worker_of(case), at=OPENED_AT)

    comment(case.id, "I cannot stand on a scale.", by=member_of(world), at=OPENED_AT)
    goal = set_goal(case.id, "Dance at the wedding.", by=member_of(world), at=OPENED_AT)

    kept = Comment.objects.get(case=case)
    assert (kept.by_member, kept.edition, kept.words) == (True, 1, "I cannot stand on a scale.")
    assert goal.by_member
    assert Task.objects.get(case=case).due_on == OPENED_ON


def test_a_member_has_no_say_in_somebody_else_s_plan(world: World) -> None:
    case = make_care_case(world)
    stranger = make_account(
        Role.MEMBER, world.tenant, member_id=make_member(world.tenant).id
    ).as_actor()

    with pytest.raises(CareCaseNotFound):
        comment(case.id, "Hello", by=stranger, at=OPENED_AT)


@pytest.mark.requirement("S000-32", "S001-33")
def test_instructions_are_kept_sent_and_followed_up(world: World) -> None:
    case = make_care_case(world)

    give_instructions(case.id, TO_DO, by=worker_of(case), at=OPENED_AT)

    task = Task.objects.get(case=case)
    assert (task.what[:9], task.due_on) == ("Follow up", TO_DO.follow_up_on)
    text = letter_text(case, "care_instructions")
    assert "Take your new pill" in text
    assert "Harbor Point Hospital" in text


@pytest.mark.requirement("S001-29")
def test_standing_access_needs_the_flag_a_plan_and_a_specialist_of_the_network(
    world: World,
) -> None:
    case = make_care_case(world)
    npi, by = world.practitioner.npi, worker_of(case)
    term = {"from_on": OPENED_ON, "until_on": OPENED_ON + 180 * ONE_DAY}

    with pytest.raises(NotUnlocked):
        give_standing_access(case.id, npi, **term, by=by, at=OPENED_AT)
    full = make_full_care_case(make_world())

    assert StandingAccess.objects.filter(case=full.case, plan__edition=1).exists()
    with pytest.raises(NotInNetwork):
        give_standing_access(
            full.case.id, "2000000003", **term, by=worker_of(full.case), at=OPENED_AT
        )


@pytest.mark.requirement("S000-46", "S001-45")
def test_approval_and_treatment_survive_a_change_of_ipa_and_somebody_sees_to_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = make_request(world)
    approve(request.id, by=physician_of(world), at=OPENED_AT)
    case = make_care_case(world, at=OPENED_AT)
    note_treatment(
        case.id, "Dialysis", "Kidney center", date(2026, 5, 1), by=worker_of(case), at=OPENED_AT
    )
    move_to_another_ipa(world, make_ipa(world.tenant), on=date(2026, 12, 1), at=OPENED_AT + ONE_DAY)
    monkeypatch.setattr(clock, "now", lambda: OPENED_AT + 2 * ONE_DAY)

    assert cases_with_new_cover(world.tenant.id) == [case.id]
    for _twice in range(2):
        jobs.look_at_cover(str(world.tenant.id), str(case.id))

    answers = ContinuityAnswer.objects.filter(case=case).order_by("what")
    request.refresh_from_db()
    assert [(one.goes_on, one.until_on) for one in answers] == [
        (GoesOn.AS_BEFORE, None),
        (GoesOn.AS_BEFORE, request.valid_until_on),
    ]
    assert [task.due_on for task in Task.objects.filter(case=case)] == [date(2026, 12, 1)] * 2


def test_a_case_whose_cover_stays_is_not_looked_at(world: World) -> None:
    make_care_case(world)

    assert cases_with_new_cover(world.tenant.id) == []
