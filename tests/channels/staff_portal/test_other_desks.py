"""Members, letters, forms, rules and stuck jobs: the desks beside the case."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from factories import roster
from factories.access import signed_in
from factories.decisions import DECIDED_AT, answer_points, nurse_of
from factories.prior_auth import World, make_request, make_world
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.form_fields import SECTIONS
from openmso.office.access.roles import Role
from openmso.office.letters.models import OrderedLetter
from openmso.roster.eligibility.models import EligibilityReceipt

pytestmark = pytest.mark.django_db
SIGN_IN = 1
Asserter = Callable[..., Any]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(DECIDED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.INTAKE, world.tenant)


def test_members_are_found_by_the_beginning_of_a_name_and_never_by_address(
    world: World, desk: Client
) -> None:
    by_post = desk.post("/staff/members/", {"family_name": "quin"})
    by_address = desk.get("/staff/members/?family_name=quin")

    assert world.member.full_name in by_post.content.decode()
    assert world.member.full_name not in by_address.content.decode()


def test_too_little_to_search_gets_a_sentence(desk: Client) -> None:
    answer = desk.post("/staff/members/", {"family_name": "q"})

    assert answer.status_code == 422
    assert "two letters" in answer.content.decode()


def test_another_office_s_member_is_not_found(desk: Client) -> None:
    foreign = make_world().member

    answer = desk.post("/staff/members/", {"number": foreign.number_in_office})

    assert "Nobody here fits." in answer.content.decode()


@pytest.mark.requirement("IMP-13")
def test_a_member_s_page_shows_coverage_as_known_and_as_it_was_known(
    world: World, desk: Client, django_assert_max_num_queries: Asserter
) -> None:
    old = world.member.coverage_spans.get()
    old.known_until = DECIDED_AT
    old.save()
    roster.make_coverage(
        world.member, world.plan, world.ipa, until_on=date(2026, 12, 1), known_from=DECIDED_AT
    )
    make_request(world)
    address = f"/staff/members/{world.member.id}/"
    desk.get(address)

    with django_assert_max_num_queries(8 + SIGN_IN):
        text = desk.get(address).content.decode()

    assert "01/01/2025 to 11/30/2026" in text
    assert "Corrected 11/20/2026 10:00 AM PST" in text


@pytest.mark.requirement("S003-16")
def test_an_eligibility_check_leaves_a_numbered_receipt(world: World, desk: Client) -> None:
    answer = desk.post(
        f"/staff/members/{world.member.id}/check/", {"for_date": "12/01/2026"}, follow=True
    )

    receipt = EligibilityReceipt.objects.get(tenant=world.tenant)
    assert receipt.number in answer.content.decode()
    assert "This is no promise to pay." in answer.content.decode()


def test_an_impossible_day_of_service_is_told(world: World, desk: Client) -> None:
    answer = desk.post(f"/staff/members/{world.member.id}/check/", {"for_date": "02/30/2026"})

    assert answer.status_code == 422
    assert "no day 30" in answer.content.decode()


def test_the_letters_are_listed_by_state_within_four_queries(
    world: World, desk: Client, django_assert_max_num_queries: Asserter
) -> None:
    case = make_request(world)
    answer_points(case, nurse_of(world), p1="met", p2="met")
    approve(case.id, by=nurse_of(world), at=DECIDED_AT)
    OrderedLetter.objects.filter(case_id=case.id, reader="provider").update(
        state="failed", problem="a glyph is missing", official_missing=["cms_10003"]
    )
    desk.get("/staff/letters/")

    with django_assert_max_num_queries(4 + SIGN_IN):
        every = desk.get("/staff/letters/").content.decode()
    failed = desk.get("/staff/letters/?show=failed")

    assert every.count(case.number) == 2
    assert len(failed.context["rows"]) == 1
    assert "a glyph is missing" in failed.content.decode()
    assert "Official wording missing: Form CMS-10003" in failed.content.decode()


@pytest.mark.requirement("S003-10")
def test_the_printed_form_asks_for_what_the_portal_asks_for(world: World, desk: Client) -> None:
    page = desk.get(f"/staff/request-form/{world.ipa.key}/").content.decode()

    assert world.ipa.legal_name in page
    for section in SECTIONS:
        for field in section.fields:
            assert field.label in page, field.label


def test_an_old_link_to_a_rule_leads_to_its_public_page(desk: Client) -> None:
    answer = desk.get("/staff/rules/MA-OD-STD-PA-7/")

    assert answer.status_code == 301
    assert answer["Location"] == "/rulebook/MA-OD-STD-PA-7/"


def test_stuck_jobs_are_shown_without_what_they_are_about_and_tried_again(world: World) -> None:
    ours = _failed_job(world)
    theirs = _failed_job(make_world())
    admin = signed_in(Role.OFFICE_ADMIN, world.tenant)

    page = admin.get("/staff/jobs/").content.decode()
    foreign = admin.post(f"/staff/jobs/{theirs}/retry/")
    admin.post(f"/staff/jobs/{ours}/retry/")

    assert f"<td>{ours}</td>" in page
    assert f"<td>{theirs}</td>" not in page
    assert str(world.tenant.id) not in page
    assert foreign.status_code == 404
    assert (_status_of(ours), _status_of(theirs)) == ("todo", "failed")


def _failed_job(world: World) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args, status,"
            " attempts) VALUES ('default', 'letters.render', 0,"
            " jsonb_build_object('tenant_id', %s::text), 'failed', 6) RETURNING id",
            [str(world.tenant.id)],
        )
        row = cursor.fetchone()
    return int(row[0])


def _status_of(job: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [job])
        row = cursor.fetchone()
    return str(row[0])
