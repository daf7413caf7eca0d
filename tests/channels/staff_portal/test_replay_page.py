"""A case is shown as it stood at a minute: stepped through, printed, reached from its own page."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from factories.access import signed_in
from factories.appeals import ANSWERED_AT, make_appeal, with_reviewer
from factories.external_review import make_review
from factories.fast_track import make_ending
from factories.grievances import make_grievance
from factories.inpatient import make_night
from factories.prior_auth import RECEIVED_AT, World, make_world
from factories.stays import make_stay
from openmso.casework.appeals.models import Appeal
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.office.timeline.models import CaseEvent

pytestmark = pytest.mark.django_db

SIGN_IN = 1
DETAIL = 8


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(clock, "now", lambda: ANSWERED_AT)
    return make_world()


def page_of(appeal: Appeal, at: datetime | None = None) -> str:
    minute = f"?at={at.isoformat().replace('+', '%2B')}" if at else ""
    return f"/staff/appeals/{appeal.id}/as-it-stood/{minute}"


def text(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return strip_tags(answer.content.decode())


def test_an_earlier_minute_shows_its_state_and_only_its_history(world: World) -> None:
    appeal = make_appeal(world)
    with_reviewer(world, appeal)
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    then = text(desk, f"/staff/prior-auth/{appeal.request_id}/as-it-stood/?on=11/19/2026&time=9:45")
    now = text(desk, f"/staff/prior-auth/{appeal.request_id}/as-it-stood/")

    assert "In nurse review" in then
    assert "Denied" not in then
    assert "Denied" in now


def test_the_steps_lead_through_every_minute_of_the_history(world: World) -> None:
    appeal = make_appeal(world)
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    minutes = {
        one.recorded_at.replace(second=0, microsecond=0)
        for one in CaseEvent.objects.filter(case_id=appeal.of_request().id)
    }
    address = f"/staff/prior-auth/{appeal.request_id}/as-it-stood/"

    page, seen = desk.get(f"{address}?at={RECEIVED_AT:%Y-%m-%dT%H:%M}%2B00:00"), 1
    while found := re.search(r'href="(\?at=[^"]+)" data-step="next"', page.content.decode()):
        page, seen = desk.get(address + found[1].replace("&amp;", "&")), seen + 1

    assert seen == len(minutes) > 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("on=11/30/2026&time=8:00", "This minute has not come yet."),
        ("on=11/30/2026", "Fill this in."),
        ("on=11/19/2026&time=25:00", "There is no such time of day."),
    ],
)
def test_a_minute_that_cannot_be_is_told_beside_its_field(
    world: World, typed: str, sentence: str
) -> None:
    answer = signed_in(Role.SUPERVISOR, world.tenant).get(f"{page_of(make_appeal(world))}?{typed}")

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


@pytest.mark.parametrize(
    "at", ["yesterday", "2026-11-19", "9999-12-31T23:59Z", "2099-01-01T00:00Z"]
)
def test_an_address_that_names_no_minute_shows_the_case_as_it_is(world: World, at: str) -> None:
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    assert "as it stood on 11/25/2026" in text(desk, f"{page_of(make_appeal(world))}?at={at}")


def test_every_kind_of_case_leads_to_its_replay_in_few_queries(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    appeal = make_appeal(world)
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    pages = [
        f"/staff/prior-auth/{appeal.request_id}/",
        f"/staff/appeals/{appeal.id}/",
        f"/staff/grievances/{make_grievance(world).id}/",
        f"/staff/post-stabilization/{make_night(world).id}/",
        f"/staff/stays/{make_stay(world).id}/",
        f"/staff/fast-track/{make_ending(world).id}/",
    ]
    for page in pages:
        assert "As it stood…" in text(desk, page)

        with django_assert_max_num_queries(DETAIL + SIGN_IN):
            assert "What the history does not tell" in text(desk, f"{page}as-it-stood/")


def test_what_was_known_is_told_in_the_desk_s_own_words(world: World) -> None:
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    ending = " ".join(text(desk, f"/staff/fast-track/{make_ending(world).id}/as-it-stood/").split())
    grievance = " ".join(
        text(desk, f"/staff/grievances/{make_grievance(world).id}/as-it-stood/").split()
    )

    assert "CareSkilled nursing facility" in ending
    assert "KindStandard" in grievance


def test_a_look_at_an_outside_review_is_remembered_in_its_replay_too(world: World) -> None:
    review = make_review(world)

    text(
        signed_in(Role.SUPERVISOR, world.tenant), f"/staff/external-review/{review.id}/as-it-stood/"
    )

    assert CaseEvent.objects.filter(case_id=review.id, name="external_review.looked_at").exists()


def test_who_may_not_open_the_case_may_not_replay_it(world: World) -> None:
    appeal, other = make_appeal(world), make_world()

    assert signed_in(Role.SUPERVISOR, other.tenant).get(page_of(appeal)).status_code == 404
    assert signed_in(Role.OFFICE_ADMIN, world.tenant).get(page_of(appeal)).status_code in {403, 404}
