"""A twin is found among however many requests of a member, and without reading them all."""

import re
from datetime import date, timedelta
from typing import TypeVar

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.prior_auth import MRI, World, make_request, make_world
from openmso.casework.prior_auth.domain.duplicates import Known
from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.casework.prior_auth.twins import twin_of

pytestmark = pytest.mark.django_db

R = TypeVar("R", AuthorizationRequest, RequestedService)

ON = date(2026, 12, 1)
EARLIER = 2_000


@pytest.fixture
def world() -> World:
    """A member with one request for today and very many for the days before it."""
    world = make_world()
    _copy_to_earlier_days(make_request(world, service_from_on=ON))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE prior_auth_request, prior_auth_service")
    return world


def test_the_twin_of_a_day_is_found_behind_thousands_of_other_days(world: World) -> None:
    found = _ask(world, ON)

    assert found is not None
    assert (found.from_on, found.codes) == (ON, frozenset({MRI}))


def test_a_day_after_all_of_them_has_no_twin(world: World) -> None:
    assert _ask(world, ON + timedelta(days=1)) is None


def test_a_span_meets_the_oldest_of_the_days_it_covers(world: World) -> None:
    found = _ask(world, ON - timedelta(days=3), until_on=ON)

    assert found is not None
    assert found.from_on in {ON - timedelta(days=days) for days in (1, 2, 3)}


def test_requests_of_other_days_are_not_read(world: World) -> None:
    with CaptureQueriesContext(connection) as asked:
        _ask(world, ON)

    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) " + asked[0]["sql"])
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "prior_auth_member_services" in plan, plan
    read = [int(float(rows)) for rows in re.findall(r"actual rows=([\d.]+)", plan)]
    thrown_away = [int(rows) for rows in re.findall(r"Removed by Filter: (\d+)", plan)]
    assert max(*read, *thrown_away, 0) < 10, plan


def _ask(world: World, on: date, until_on: date | None = None) -> Known | None:
    return twin_of(world.tenant.id, world.member.id, codes=[MRI], from_on=on, until_on=until_on)


def _copy_to_earlier_days(case: AuthorizationRequest) -> None:
    service = case.services.get()
    copies = [
        _copy(case, number=f"C-{n}", client_key=f"C-{n}", service_from_on=ON - timedelta(days=n))
        for n in range(1, EARLIER + 1)
    ]
    AuthorizationRequest.objects.bulk_create(copies, batch_size=500)
    RequestedService.objects.bulk_create(
        (_copy(service, request_id=copy.id) for copy in copies), batch_size=500
    )


def _copy(row: R, **changed: object) -> R:
    fields = [field for field in row._meta.concrete_fields if not field.generated]
    values = {field.attname: getattr(row, field.attname) for field in fields}
    del values["id"]
    return type(row)(**values | changed)
