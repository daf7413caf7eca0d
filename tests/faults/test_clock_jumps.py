"""Clocks that jump, go back or stand in the wrong zone move no due time and lengthen no session."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from factories.access import make_account, sign_in
from factories.prior_auth import World, make_request, make_world
from factories.roster import make_tenant
from openmso.casework.prior_auth.clock_keeping import compute_clocks
from openmso.casework.prior_auth.jobs import due_now, time_ran_out
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.office.timeline.models import CaseEvent, Deadline

pytestmark = pytest.mark.django_db

LINES_OF_BUSINESS = ("MA", "MEDI-CAL", "KK")
ARRIVALS = (
    datetime(2026, 3, 6, 20, 30, tzinfo=UTC),  # before clocks go forward
    datetime(2026, 3, 8, 9, 59, tzinfo=UTC),  # one minute before
    datetime(2026, 10, 30, 18, 0, tzinfo=UTC),  # before clocks go back
    datetime(2026, 11, 1, 8, 30, tzinfo=UTC),  # the hour that comes twice, first time
    datetime(2026, 11, 1, 9, 30, tzinfo=UTC),  # and second
    datetime(2026, 11, 25, 23, 59, tzinfo=UTC),  # before a holiday
    datetime(2026, 12, 31, 23, 59, tzinfo=UTC),  # over the year's end
    datetime(2028, 2, 22, 18, 0, tzinfo=UTC),  # over 29 February
)
ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati")
STAFF_MAY_IDLE = timedelta(minutes=15)


@pytest.fixture(params=ZONES)
def machine_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The server's own time zone, as an administrator may have set it wrongly."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def stored(request: AuthorizationRequest) -> dict[tuple[str, str], datetime]:
    rows = Deadline.objects.filter(case_id=request.id)
    return {(row.purpose, row.rule_id): row.due_at for row in rows}


def computed(request: AuthorizationRequest) -> dict[tuple[str, str], datetime]:
    return {(clock.purpose, clock.rule.id): clock.due_at for clock in compute_clocks(request)}


def arrived(world: World, at: datetime, **given: Any) -> AuthorizationRequest:
    return make_request(world, received_at=at, service_from_on=at.date(), **given)


@pytest.mark.parametrize("line_of_business", LINES_OF_BUSINESS)
def test_due_times_are_the_same_whatever_zone_the_server_thinks_it_is_in(
    line_of_business: str, machine_zone: str
) -> None:
    world = make_world(line_of_business)

    for at in ARRIVALS:
        for urgent in (False, True):
            request = arrived(world, at, marked_urgent=urgent)
            assert stored(request)
            for jump in (timedelta(hours=24), timedelta(hours=-1), timedelta(days=200)):
                with time_machine.travel(at + jump, tick=False):
                    request = AuthorizationRequest.objects.get(id=request.id)
                    assert computed(request) == stored(request)


def test_the_zone_of_the_server_changes_no_due_time_of_the_law() -> None:
    found: dict[str, set[datetime]] = {}
    for zone in ZONES:
        os.environ["TZ"] = zone
        time.tzset()
        world = make_world("MA")
        found[zone] = {due for at in ARRIVALS for due in stored(arrived(world, at)).values()}
    os.environ.pop("TZ")
    time.tzset()

    assert len({frozenset(dues) for dues in found.values()}) == 1


@pytest.mark.parametrize("jump", [timedelta(hours=24), timedelta(days=365)])
def test_a_clock_that_jumps_ahead_and_back_fires_each_timer_once(jump: timedelta) -> None:
    world = make_world("MA")
    request = arrived(world, ARRIVALS[2])
    due = Deadline.objects.get(case_id=request.id, purpose="decide", governs=True).due_at

    def fired() -> int:
        return CaseEvent.objects.filter(case_id=request.id, name="prior_auth.time_ran_out").count()

    def look(at: datetime) -> None:
        due_now(at, world.tenant.id)
        with time_machine.travel(at, tick=False):
            time_ran_out(str(world.tenant.id), str(request.id))

    look(due - timedelta(hours=1))
    look(due)
    assert fired() == 0, "the last second still counts"
    look(due + jump)
    assert fired() == 1
    for later in (due - timedelta(hours=1), due + timedelta(seconds=1), due + jump * 2):
        look(later)
    assert fired() == 1
    assert Deadline.objects.get(case_id=request.id, purpose="decide", governs=True).due_at == due


def test_a_leap_day_counts_as_a_day() -> None:
    world = make_world("MA")
    leap, usual = (
        arrived(world, datetime(year, 2, 22, 18, 0, tzinfo=UTC)) for year in (2028, 2027)
    )

    ends = {
        request.received_at.year: max(stored(request).values()).date() for request in (leap, usual)
    }

    assert ends[2028] - date(2028, 2, 22) == ends[2027] - date(2027, 2, 22)


# --- sessions --------------------------------------------------------------------------------

NOON = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
HALF_PAST_IDLE = STAFF_MAY_IDLE + timedelta(minutes=1)


def signed_in_at_noon() -> Client:
    client = sign_in(Client(), make_account(Role.NURSE, make_tenant()))
    assert is_in(client, NOON)
    return client


def is_in(client: Client, at: datetime) -> bool:
    with time_machine.travel(at, tick=False):
        return client.post("/session/stay/").status_code == 204


@time_machine.travel(NOON, tick=False)
def test_an_idle_session_ends() -> None:
    client = signed_in_at_noon()

    assert is_in(client, NOON + STAFF_MAY_IDLE)
    assert not is_in(client, NOON + 2 * STAFF_MAY_IDLE + timedelta(minutes=1))


@time_machine.travel(NOON, tick=False)
def test_a_clock_turned_back_lengthens_no_session() -> None:
    client = signed_in_at_noon()

    assert not is_in(client, NOON - timedelta(hours=1) + HALF_PAST_IDLE)


@time_machine.travel(NOON, tick=False)
def test_a_busy_session_ends_after_half_a_day() -> None:
    client = signed_in_at_noon()
    at = NOON

    while at < NOON + timedelta(hours=12):
        assert is_in(client, at)
        at += timedelta(minutes=14)

    assert not is_in(client, NOON + timedelta(hours=12, minutes=1))


@time_machine.travel(NOON, tick=False)
def test_pushing_the_office_clock_of_a_demo_ends_no_session(
    tmp_path: Path, settings: Settings
) -> None:
    client = signed_in_at_noon()
    settings.DEMO_DATA_DIR = tmp_path
    clock.advance(timedelta(days=3))

    assert is_in(client, NOON + timedelta(minutes=1))
