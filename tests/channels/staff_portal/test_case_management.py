"""The case managers' desk: a caseload by urgency, one member's pages, acts with outcomes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import sign_in, signed_in
from factories.care import (
    ONE_DAY,
    OPENED_AT,
    make_care_case,
    make_full_care_case,
    make_manager,
    move_to_another_ipa,
)
from factories.prior_auth import World, make_world
from factories.roster import make_ipa
from openmso.care.case_management.models import (
    CareCase,
    CarePlan,
    ContinuityAnswer,
    StandingAccess,
    StatusEntry,
    Task,
)
from openmso.channels.staff_portal.case_management.every_act import ACTS
from openmso.office import clock
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

NOW = OPENED_AT + timedelta(days=3)
DESK = "/staff/case-management/"


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return make_world()


@pytest.fixture
def manager(world: World) -> Account:
    return make_manager(world)


@pytest.fixture
def desk(manager: Account) -> Client:
    return sign_in(Client(), manager)


def text(browser: Client, address: str) -> str:
    return " ".join(strip_tags(browser.get(address).content.decode()).split())


def page_of(case: CareCase, act: str = "") -> str:
    return f"{DESK}{case.id}/{act}"


@pytest.mark.requirement("S003-34")
def test_a_case_manager_lands_on_the_own_caseload(desk: Client, world: World) -> None:
    assert desk.get("/staff/").headers["Location"] == DESK
    assert "Nobody is followed here yet" in text(desk, DESK)


@pytest.mark.requirement("S003-35")
def test_a_day_without_an_entry_stands_on_the_caseload_until_somebody_writes_it(
    desk: Client, world: World, manager: Account
) -> None:
    case = make_care_case(world, manager=manager, flagged=True)

    assert "3 days without an entry" in text(desk, DESK)
    for day in ("11/16/2026", "11/17/2026", "11/18/2026"):
        answer = desk.post(page_of(case, "do/status/"), {"on": day, "condition": "same"})
        assert answer.status_code == 302, strip_tags(answer.content.decode())[-600:]

    assert "Today's entry is open" in text(desk, DESK).replace("&#x27;", "'")
    assert StatusEntry.objects.filter(case=case, late=True).count() == 3


def test_one_s_own_and_everybody_s_caseload(desk: Client, world: World) -> None:
    case = make_care_case(world)

    assert case.number not in text(desk, DESK)
    assert case.number in text(desk, f"{DESK}?whose=all")
    assert case.number in text(desk, "/staff/worklist/case_management/")
    nurse = signed_in(Role.NURSE, world.tenant)
    assert nurse.get("/staff/worklist/case_management/").status_code == 404


def test_a_member_is_taken_into_the_caseload_once(desk: Client, world: World) -> None:
    address = f"{DESK}members/{world.member.id}/"

    assert desk.post(address, {"reason": ""}).status_code == 422
    first = desk.post(address, {"reason": "Two stays this year"})
    again = desk.post(address, {"reason": "Two stays this year"})

    assert first.headers["Location"] == again.headers["Location"]
    assert CareCase.objects.get().reason == "Two stays this year"


@pytest.mark.requirement("S003-34")
def test_a_task_ends_with_an_outcome(desk: Client, world: World, manager: Account) -> None:
    case = make_care_case(world, manager=manager)
    desk.post(page_of(case, "do/task/"), {"what": "Order a scale", "due_on": "11/20/2026"})
    task = Task.objects.get()

    refused = desk.post(page_of(case, f"end/task/{task.id}/"), {"outcome": "not_possible"})
    desk.post(page_of(case, f"end/task/{task.id}/"), {"outcome": "done", "words": "Delivered"})

    assert refused.status_code == 422
    assert "Done: Delivered" in text(desk, page_of(case))


def test_what_the_member_reads_must_read_easily(
    desk: Client, world: World, manager: Account
) -> None:
    case = make_care_case(world, manager=manager)
    hard = "Optimization of antihypertensive pharmacotherapy necessitates interdisciplinary review."
    plan = {"doctor": "Dr. Abara", "about": hard, "steps": "We call you."}

    refused = desk.post(page_of(case, "do/plan/"), plan)
    kept = desk.post(page_of(case, "do/plan/"), plan | {"about": "We help your heart."})

    assert refused.status_code == 422
    assert hard in refused.content.decode()
    assert (kept.status_code, CarePlan.objects.get().edition) == (302, 1)


@pytest.mark.requirement("S001-29")
def test_the_flag_offers_standing_access_to_a_specialist_of_the_network(
    desk: Client, world: World, manager: Account
) -> None:
    case = make_care_case(world, manager=manager)
    form = {"npi": world.practitioner.npi, "from_on": "11/16/2026", "last_on": "05/31/2027"}

    assert desk.get(page_of(case, "do/access/")).status_code == 409
    desk.post(page_of(case, "do/flag/"), {"condition": "Heart failure", "said_by": "Dr. Abara"})
    no_plan = desk.post(page_of(case, "do/access/"), form)
    plan = {"doctor": "Dr. Abara", "about": "We help you.", "steps": "We call you."}
    desk.post(page_of(case, "do/plan/"), plan)
    stranger = desk.post(page_of(case, "do/access/"), form | {"npi": "2999999990"})
    desk.post(page_of(case, "do/access/"), form)

    assert (no_plan.status_code, stranger.status_code) == (409, 422)
    assert StandingAccess.objects.get().until_on.isoformat() == "2027-06-01"
    assert "No approval needed" in text(desk, page_of(case, "plan/"))


@pytest.mark.requirement("S000-46")
def test_a_change_of_cover_waits_on_the_page_until_it_is_answered(
    desk: Client, world: World, manager: Account
) -> None:
    case = make_care_case(world, manager=manager)
    treatment = {"what": "Dialysis", "with_whom": "Kidney center", "since_on": "05/01/2026"}
    desk.post(page_of(case, "do/treatment/"), treatment)
    first = (OPENED_AT + 30 * ONE_DAY).date()
    move_to_another_ipa(world, make_ipa(world.tenant), on=first, at=OPENED_AT + ONE_DAY)

    before = text(desk, page_of(case, "cover/"))
    desk.post(page_of(case, "do/continuity/"), {})

    assert "1 approval or treatment under way waits for an answer" in before
    assert ContinuityAnswer.objects.count() == 1
    assert "Goes on as before" in text(desk, page_of(case, "cover/"))


@pytest.mark.parametrize(("part", "most"), [("", 8), ("plan/", 8), ("cover/", 8)])
def test_the_pages_of_a_case_ask_for_eight_statements_at_most(
    desk: Client, world: World, manager: Account, part: str, most: int
) -> None:
    next_ipa = make_ipa(world.tenant)
    case = make_full_care_case(world, manager=manager, next_ipa=next_ipa).case
    desk.get(DESK)

    with CaptureQueriesContext(connection) as seen:
        assert desk.get(page_of(case, part)).status_code == 200

    assert len(seen) - 2 <= most, "\n".join(one["sql"] for one in seen.captured_queries)


def test_the_caseload_asks_for_four_statements_at_most(
    desk: Client, world: World, manager: Account
) -> None:
    make_full_care_case(world, manager=manager)
    desk.get(DESK)

    with CaptureQueriesContext(connection) as seen:
        assert desk.get(DESK).status_code == 200

    assert len(seen) - 2 <= 4, "\n".join(one["sql"] for one in seen.captured_queries)


def test_an_entry_is_written_with_twelve_statements_at_most(
    desk: Client, world: World, manager: Account
) -> None:
    case = make_care_case(world, manager=manager, flagged=True)
    desk.get(DESK)

    with CaptureQueriesContext(connection) as seen:
        desk.post(page_of(case, "do/status/"), {"on": "11/19/2026", "condition": "better"})

    assert StatusEntry.objects.count() == 1
    assert len(seen) - 2 <= 12, "\n".join(one["sql"] for one in seen.captured_queries)


def test_each_act_has_its_page_and_an_unknown_one_has_none(
    desk: Client, world: World, manager: Account
) -> None:
    full = make_full_care_case(world, manager=manager)
    things = {"task": full.task_id, "goal": full.goal_id, "treatment": full.treatment_id}
    pages = [f"do/{name}/" for name in ACTS] + [
        f"end/{name}/{thing}/" for name, thing in things.items()
    ]

    found = {page: desk.get(page_of(full.case, page)) for page in pages}

    closed = {page for page, answer in found.items() if answer.status_code != 200}
    assert closed == {"do/flag/"}, "the flag is set already"
    for answer in found.values():
        assert_ids_resolve(answer.content.decode())
        assert_nothing_inline(answer.content.decode())
    for unknown in ("do/nothing/", f"end/nothing/{full.task_id}/", f"end/goal/{full.task_id}/"):
        assert desk.get(page_of(full.case, unknown)).status_code == 404
