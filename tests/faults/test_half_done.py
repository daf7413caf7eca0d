"""An action that dies at any call to the database leaves the case as it was, never in between."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.prior_auth import NOTE, RECEIVED_AT, World, make_world
from faults.copies import copies_of
from faults.failing_calls import calls_of, die_at
from faults.test_races import asked
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.approve_in_part import approve_in_part
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor

pytestmark = pytest.mark.usefixtures("committed_rows")

_TABLES = {
    "prior_auth_request": "id",
    "prior_auth_service": "request_id",
    "prior_auth_decision": "request_id",
    "prior_auth_finding": "request_id",
    "document": "case_id",
    "case_event": "case_id",
    "deadline": "case_id",
    "letter": "case_id",
    "worklist_item": "case_id",
    "dispatch": "case_id",
    "disclosure": "case_id",
}

Act = Callable[[AuthorizationRequest, World, Actor], object]


def everything_about(case: UUID) -> dict[str, list[Any]]:
    """Return every row that belongs to the case, and how many jobs wait in all."""
    found: dict[str, list[Any]] = {}
    with connection.cursor() as cursor:
        for table, column in _TABLES.items():
            cursor.execute(
                f"SELECT row_to_json(t)::text FROM {table} t WHERE {column} = %s ORDER BY id",
                [case],
            )
            found[table] = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        found["jobs"] = cursor.fetchall()
    return found


def say_no(case: AuthorizationRequest, world: World, by: Actor) -> object:
    return deny(case.id, denial=a_denial(world), by=by, at=DECIDED_AT, version=case.version)


def say_yes(case: AuthorizationRequest, world: World, by: Actor) -> object:
    return approve(case.id, by=by, at=DECIDED_AT, version=case.version)


def say_yes_to_a_part(case: AuthorizationRequest, world: World, by: Actor) -> object:
    return approve_in_part(
        case.id,
        approved={1: Decimal(4)},
        denial=a_denial(world),
        by=by,
        at=DECIDED_AT,
        version=case.version,
    )


def take_back(case: AuthorizationRequest, world: World, by: Actor) -> object:
    return withdraw(case.id, asked_by="The practice", why="", by=by, at=DECIDED_AT)


@pytest.mark.parametrize("act", [say_no, say_yes, say_yes_to_a_part, take_back])
def test_a_decision_that_dies_at_any_call_has_not_happened(act: Act) -> None:
    world = make_world()
    physician = physician_of(world)
    first = with_physician(world, physician, quantity=12, unit="visit")
    living, *dying = copies_of(first, 90)
    steps = calls_of(lambda: act(living, world, physician))
    assert 10 < steps <= len(dying)

    for step, case in enumerate(dying[:steps], start=1):
        before = everything_about(case.id)
        assert die_at(step, partial(act, case, world, physician))
        assert everything_about(case.id) == before, f"half done after call {step}"

    act(dying[-1], world, physician)
    assert everything_about(dying[-1].id)["jobs"] != before["jobs"]


def test_a_request_that_dies_on_arrival_is_not_there_and_comes_whole_the_next_time(
    tmp_path: Path, settings: Any
) -> None:
    settings.DATA_DIR = tmp_path
    world = make_world()

    def arrive(key: str) -> object:
        return receive(asked(world, key), files=[NOTE], by=world.intake, at=RECEIVED_AT)

    arrive("first")  # reads what is read once in a process
    steps = calls_of(lambda: arrive("living"))
    parts = {table: len(rows) for table, rows in everything_about(_case("living")).items()}

    for step in range(1, steps + 1):
        key = f"dying-{step}"
        assert die_at(step, partial(arrive, key))
        assert not AuthorizationRequest.objects.filter(client_key=key).exists()
        arrive(key)
        found = {table: len(rows) for table, rows in everything_about(_case(key)).items()}
        assert found | {"jobs": 0} == parts | {"jobs": 0}, f"torn after call {step}"


def _case(key: str) -> UUID:
    return AuthorizationRequest.objects.values_list("id", flat=True).get(client_key=key)
