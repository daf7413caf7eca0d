"""People are searched by the beginning of a name through an index, below the locks between offices.

Where the database locks rows it hands only some conditions to an index: `LIKE` is none of them.
"""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.roster import make_actor, make_tenant
from openmso.office.access.actor import Actor
from openmso.office.tenants.whose_rows import of_tenant
from openmso.roster.eligibility.finding import known_members
from openmso.roster.members.domain.search import MemberSearch
from openmso.roster.providers.queries import find_practitioners

pytestmark = pytest.mark.django_db

PEOPLE = 10_000

_MEMBERS = """
INSERT INTO member (id, tenant_id, number_in_office, given_name, middle_name, family_name,
    name_suffix, sort_key, search_family, search_given, birth_date, sex, language, spoken_language,
    letter_format, needs, address_line_1, address_line_2, city, state, postal_code, phone, email,
    email_ok)
SELECT gen_random_uuid(), %(tenant)s, 'M' || n, 'Ann', '', md5(n::text), '', md5(n::text),
    md5(n::text), 'ann', '1960-01-01', 'female', 'en', 'en', 'standard', '{}', '', '', '', 'CA',
    '90001', '', '', false
FROM generate_series(1, %(people)s) AS n
"""
_PRACTITIONERS = """
INSERT INTO practitioner (id, tenant_id, npi, given_name, family_name, title, sort_key,
    search_name, specialty_code, specialty, licence_state, licence_number, phone, languages, source)
SELECT gen_random_uuid(), %(tenant)s, '2' || lpad(n::text, 9, '0'), 'Ruth', md5(n::text), 'MD',
    md5(n::text), md5(n::text), '207Q00000X', 'Family medicine', '', '', '', '{}', ''
FROM generate_series(1, %(people)s) AS n
"""


@pytest.fixture
def viewer() -> Actor:
    """Somebody of an office with ten thousand members and as many practitioners."""
    tenant = make_tenant()
    with connection.cursor() as cursor:
        for fill in (_MEMBERS, _PRACTITIONERS):
            cursor.execute(fill, {"tenant": tenant.id, "people": PEOPLE})
        cursor.execute("ANALYZE member, practitioner")
    return make_actor(tenant)


def plan_of(asked: CaptureQueriesContext) -> str:
    """Return how the database carries out the one statement that was asked."""
    assert len(asked) == 1
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) " + asked[0]["sql"])
        return "\n".join(line for (line,) in cursor.fetchall())


def rows_passed_over(plan: str) -> int:
    return sum(int(rows) for rows in re.findall(r"Removed by Filter: (\d+)", plan))


def test_members_are_found_by_the_beginning_of_a_name(viewer: Actor) -> None:
    with of_tenant(viewer.tenant_id), CaptureQueriesContext(connection) as asked:
        found = known_members(viewer, MemberSearch(family_name="abc", birth_date=date(1960, 1, 1)))

    with of_tenant(viewer.tenant_id):
        plan = plan_of(asked)
    assert found
    assert "using member_by" in plan, plan
    assert rows_passed_over(plan) < PEOPLE / 100, plan


@pytest.mark.parametrize("typed", ["abc", "200000012"])
def test_practitioners_are_found_by_the_beginning_of_a_name_or_npi(
    viewer: Actor, typed: str
) -> None:
    with of_tenant(viewer.tenant_id), CaptureQueriesContext(connection) as asked:
        found = find_practitioners(viewer, typed, on=date(2026, 11, 20))

    with of_tenant(viewer.tenant_id):
        plan = plan_of(asked)
    assert found
    if typed.isalpha():
        assert "using practitioner_by_name" in plan, plan
        assert rows_passed_over(plan) < PEOPLE / 100, plan
