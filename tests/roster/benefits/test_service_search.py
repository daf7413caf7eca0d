"""A service is found by the beginning of its code or by everyday words."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.roster import make_service_code, make_tenant
from openmso.office.access.actor import Actor
from openmso.roster.benefits.actions.add_benefits import load_service_codes
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.benefits.queries import find_services, service_named
from openmso.standards.codes.service_codes import house_services

pytestmark = pytest.mark.django_db
MAY_4 = date(2026, 5, 4)


def _load() -> int:
    by = Actor.system("test", make_tenant().id)
    return load_service_codes(house_services(), by=by, at=datetime(2026, 5, 4, tzinfo=UTC))


@pytest.mark.parametrize(
    ("typed", "first"),
    [("MRI knee", "S8042"), ("knee mri", "S8042"), ("s8042", "S8042"), ("cpap", "A7030")],
)
def test_words_and_codes_find_the_service(typed: str, first: str) -> None:
    _load()

    with CaptureQueriesContext(connection) as statements:
        found = find_services(typed, on=MAY_4)

    assert found[0].code == first
    assert len(statements) == 1


@pytest.mark.parametrize("typed", ["", "k", "  ", "&", "knee & !", "'; --", "zzzz", "knee:*|"])
def test_odd_input_never_breaks_the_search(typed: str) -> None:
    _load()

    assert all(row.code for row in find_services(typed, on=MAY_4))


def test_a_search_stops_at_twenty_five() -> None:
    _load()

    assert len(find_services("injection or therapy"[:3], on=MAY_4)) <= 25
    assert len(find_services("home", on=MAY_4)) > 5


def test_a_code_that_ended_is_not_offered_any_more() -> None:
    make_service_code("X1111", "Old service", until_on=MAY_4)

    assert find_services("X1111", on=MAY_4) == []
    assert len(find_services("X1111", on=date(2026, 5, 3))) == 1


def test_loading_the_codes_twice_changes_nothing() -> None:
    _load()
    again = _load()

    assert ServiceCode.objects.count() == again == len(house_services())
    found = service_named(" s8042 ")
    assert found is not None
    assert found.description_es
