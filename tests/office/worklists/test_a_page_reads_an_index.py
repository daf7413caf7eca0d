"""However a list is narrowed, the database walks an index in the order of time left.

The plan is asked for on a filled table, with what the database would choose by itself: a page must
not read, and must never sort, more than it shows.
"""

import re
from datetime import UTC, datetime
from itertools import product
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.roster import make_actor, make_tenant
from openmso.office.access.actor import Actor
from openmso.office.worklists.queries import Filters, Place, how_many_due, page_of

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
ITEMS = 10_000
IPAS = tuple(uuid4() for _ in range(3))
NURSE = uuid4()
MIDDLE = Place(due_at=AT, id=UUID(int=0))

FILTERS = [
    Filters(ipa_id=ipa, urgency=urgency, assignee_id=assignee, unassigned=unassigned)
    for ipa, urgency, (assignee, unassigned) in product(
        (None, IPAS[0]), ("", "expedited"), ((None, False), (NURSE, False), (None, True))
    )
]
TURNS: list[tuple[Place | None, Place | None]] = [(None, None), (MIDDLE, None), (None, MIDDLE)]

_FILL = """
INSERT INTO worklist_item (id, tenant_id, queue, case_kind, case_id, case_number, ipa_id,
    member_name, service, line_of_business, urgency, note, received_at, due_at, due_rule,
    assignee_id, assignee_name, opened_at, closed_at, outcome)
SELECT gen_random_uuid(), %(tenant)s, CASE WHEN n %% 13 = 0 THEN 'intake' ELSE 'nurse' END,
    'prior_auth', gen_random_uuid(), 'PA-' || n, (%(ipas)s::uuid[])[1 + n %% 3],
    'Quintero, Alma', 'Walker', 'MA', CASE WHEN n %% 5 = 0 THEN 'expedited' ELSE 'standard' END,
    '', %(at)s, %(at)s + interval '1 minute' * (n * 7919 %% 10000 - 4000), 'RULE',
    CASE WHEN n %% 7 < 3 THEN %(nurse)s::uuid END, '', %(at)s,
    CASE WHEN n %% 11 = 0 THEN %(at)s::timestamptz END,
    CASE WHEN n %% 11 = 0 THEN 'approved' ELSE '' END
FROM generate_series(1, %(items)s) AS n
"""


@pytest.fixture
def viewer() -> Actor:
    """Somebody who sees all IPAs of an office with ten thousand items."""
    tenant = make_tenant()
    filled = {
        "tenant": tenant.id,
        "ipas": list(IPAS),
        "nurse": NURSE,
        "at": AT,
        "items": ITEMS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FILL, filled)
        cursor.execute("ANALYZE worklist_item")
    return make_actor(tenant)


def plan_of(asked: CaptureQueriesContext) -> str:
    """Return how the database carries out the one statement that was asked."""
    assert len(asked) == 1
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) " + asked[0]["sql"])
        return "\n".join(line for (line,) in cursor.fetchall())


def rows_read(plan: str) -> int:
    """Return how many index entries were looked at, those that did not fit included."""
    shown = max(int(float(rows)) for rows in re.findall(r"actual rows=([\d.]+)", plan))
    return shown + sum(int(rows) for rows in re.findall(r"Removed by Filter: (\d+)", plan))


@pytest.mark.parametrize("turn", TURNS, ids=["first page", "next page", "page before"])
def test_every_page_walks_an_index_of_due_times(
    viewer: Actor, turn: tuple[Place | None, Place | None]
) -> None:
    after, before = turn
    for filters in FILTERS:
        with CaptureQueriesContext(connection) as asked:
            page = page_of(viewer, "nurse", filters, after=after, before=before)

        plan = plan_of(asked)
        assert len(page.rows) == 25, filters
        assert "using worklist_due" in plan, plan
        assert "Seq Scan" not in plan, plan
        assert not re.search(r"\bSort\b", plan), plan


def test_every_count_stays_in_an_index_and_stops_at_its_cap(viewer: Actor) -> None:
    for filters in FILTERS:
        with CaptureQueriesContext(connection) as asked:
            how_many_due(viewer, "nurse", filters, by=AT, at=AT)

        plan = plan_of(asked)
        assert "worklist_due" in plan, plan
        assert "Seq Scan" not in plan, plan


def test_a_page_reads_little_more_than_it_shows(viewer: Actor) -> None:
    with CaptureQueriesContext(connection) as asked:
        page_of(viewer, "nurse", Filters())

    assert rows_read(plan_of(asked)) == 26


def test_a_person_with_two_ipas_reads_the_index_in_order_too(viewer: Actor) -> None:
    narrow = make_actor_for(viewer, frozenset(IPAS[:2]))

    with CaptureQueriesContext(connection) as asked:
        page = page_of(narrow, "nurse", Filters())

    plan = plan_of(asked)
    assert len(page.rows) == 25
    assert "using worklist_due" in plan, plan
    assert not re.search(r"\bSort\b", plan), plan


def make_actor_for(viewer: Actor, ipas: frozenset[UUID]) -> Actor:
    return Actor(id=None, name="Narrow", tenant_id=viewer.tenant_id, ipa_ids=ipas)
