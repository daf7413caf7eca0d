"""What reports read, and that the database finds it by an index."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.prior_auth import World, make_request, make_world
from factories.reports import CLOSED, NOVEMBER
from factories.roster import make_actor, make_ipa
from openmso.office.access.permissions import Permission
from openmso.oversight.reports.overview import Now, What, desk_cases, desks_now
from openmso.oversight.reports.reading.requests import asked_in
from openmso.oversight.reports.terms import terms

pytestmark = pytest.mark.django_db


def plans_of(queries: CaptureQueriesContext, table: str) -> Iterator[str]:
    """Return how the database would find the rows of each query on `table`, on a large table."""
    for query in queries.captured_queries:
        if f'FROM "{table}"' in query["sql"]:
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL enable_seqscan = off")
                cursor.execute("EXPLAIN " + query["sql"])
                yield "\n".join(line for (line,) in cursor.fetchall())


@pytest.fixture
def world() -> World:
    world = make_world()
    make_request(world)
    return world


def test_requests_of_a_period_are_found_by_the_name_and_time_of_their_events(world: World) -> None:
    _many_other_events(world)
    with CaptureQueriesContext(connection) as queries:
        found = asked_in(world.tenant.id, NOVEMBER, as_of=CLOSED, zone=world.tenant.zone)

    assert len(found) == 1
    assert len(queries) <= 5
    [requests] = plans_of(queries, "prior_auth_request")
    assert "case_event_by_name" in requests
    *_, events = plans_of(queries, "case_event")
    assert "case_event_of_case" in events


def _many_other_events(world: World) -> None:
    """What a busy desk writes between two arrivals."""
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO case_event (id, tenant_id, case_kind, case_id, name, happened_at,
                   recorded_at, line, actor_name, actor_kind, details)
               SELECT gen_random_uuid(), %s, 'prior_auth', gen_random_uuid(), 'prior_auth.message',
                      %s - n * interval '1 hour', %s - n * interval '1 hour', 0, '', 'person', '{}'
                 FROM generate_series(1, 3000) n""",
            [world.tenant.id, CLOSED, CLOSED],
        )
        cursor.execute("ANALYZE case_event")


def test_the_desk_now_reads_open_work_only(world: World) -> None:
    now = Now(at=CLOSED, soon=terms().soon, since=CLOSED)
    viewer = make_actor(world.tenant, Permission.REPORT_READ)

    with CaptureQueriesContext(connection) as queries:
        [desk] = desks_now(viewer, now)

    assert desk.counts == {What.OPEN: 1, What.DUE_SOON: 0, What.OVERDUE: 1, What.DECIDED: 0}
    assert len(queries) == 3
    [items] = plans_of(queries, "worklist_item")
    assert "worklist_due" in items or "worklist_one_open_item" in items


@pytest.mark.requirement("S003-33", "IMP-16")
def test_somebody_limited_to_an_ipa_opens_no_case_of_another(world: World) -> None:
    now = Now(at=CLOSED, soon=terms().soon, since=CLOSED)
    other = make_ipa(world.tenant)
    stranger = make_actor(world.tenant, Permission.REPORT_READ, ipa_ids=frozenset({other.id}))

    assert [desk.ipa for desk in desks_now(stranger, now)] == [other]
    assert desk_cases(stranger, world.ipa.id, What.OPEN, now) == []
