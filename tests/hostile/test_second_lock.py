"""When our own queries forget the office, the database does not: raw SQL over every table.

The first lock is tested everywhere else (a foreign row is *not found*). Here statements name no
office at all, as a careless query or a smuggled one would not.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings
from procrastinate.contrib.django import app

from factories.access import make_account, sign_in
from hostile.two_offices import TwoOffices, letters_may_leave
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office import clock
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.letters.models import OrderedLetter
from openmso.office.tenants.row_locks import TenantTable, tenant_tables
from openmso.office.tenants.whose_rows import of_every_office, of_tenant, show_nobody

pytestmark = pytest.mark.requirement("IMP-03")

TABLES = tenant_tables()
FILLED = TenantTable("prior_auth_request", "tenant_id")
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
OF_WHOM = "SELECT current_setting('openmso.tenant', true)"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    with of_every_office("the next test makes its own rows"):
        yield


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """Requests as in operation: what one leaves on the connection, the next one finds there."""
    ours = [name for name in settings.MIDDLEWARE if not name.startswith("every_office_again")]
    with override_settings(MIDDLEWARE=ours):
        yield


@contextmanager
def of_nobody() -> Iterator[None]:
    with of_every_office("to come back to"):
        show_nobody()
        yield


def ask(question: str, *values: object) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return [row[0] for row in cursor.fetchall()]


def seen(table: TenantTable) -> list[UUID]:
    """Return whose rows a question without an office finds."""
    return ask(f"SELECT DISTINCT {table.column} FROM {table.name}")


def rows_of(tenant_id: UUID, table: TenantTable) -> list[dict[str, Any]]:
    with of_every_office("to look at one of theirs"):
        found = ask(
            f"SELECT to_jsonb(t)::text FROM {table.name} t WHERE {table.column} = %s", tenant_id
        )
    return [json.loads(row) for row in found]


def words_of_the_lock(table: TenantTable) -> list[str]:
    """Return what the table's policies demand, with its own column called the same everywhere."""
    found = ask(
        "SELECT concat_ws(' / ', policyname, permissive, roles, cmd, qual, with_check)"
        " FROM pg_policies WHERE schemaname = current_schema AND tablename = %s",
        table.name,
    )
    return [re.sub(rf"\b{table.column}\b", "its office", words) for words in found]


def ids(offices: TwoOffices) -> tuple[UUID, UUID]:
    return offices.ours.world.tenant.id, offices.theirs.world.tenant.id


def test_both_offices_have_rows_to_hide(offices: TwoOffices) -> None:
    filled = [table.name for table in TABLES if set(ids(offices)) <= set(seen(table))]

    assert len(filled) > len(TABLES) * 2 / 3, filled
    assert {"account", "member", "prior_auth_request", "letter", "case_event"} <= set(filled)


@every_table
def test_an_office_sees_its_own_rows_only(offices: TwoOffices, table: TenantTable) -> None:
    for office in ids(offices):
        with of_tenant(office):
            found = seen(table)

        assert found == ([office] if rows_of(office, table) else [])


@every_table
def test_a_connection_of_nobody_sees_nothing(offices: TwoOffices, table: TenantTable) -> None:
    with of_nobody():
        assert seen(table) == []


@every_table
def test_an_office_cannot_change_or_remove_a_row_of_another(
    offices: TwoOffices, table: TenantTable
) -> None:
    ours, theirs = ids(offices)
    before = rows_of(theirs, table)

    with of_tenant(ours), connection.cursor() as cursor:
        for row in before[:1]:
            cursor.execute(f"UPDATE {table.name} SET id = id WHERE id = %s", [row["id"]])
            assert cursor.rowcount == 0
            cursor.execute(f"DELETE FROM {table.name} WHERE id = %s", [row["id"]])
            assert cursor.rowcount == 0

    assert rows_of(theirs, table) == before


def columns_of(table: TenantTable) -> str:
    """Return the columns that a row is written with; the database fills in the others itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns"
            " WHERE table_name = %s AND is_generated = 'NEVER'",
            [table.name],
        )
        [(columns,)] = cursor.fetchall()
    return str(columns)


# Guards of a no that look for their case before the lock is asked.
GUARDS = (
    "denial guard: the request is not",
    "disagreement guard: no hospital",
    "stay guard: this stay is not",
    "appeal guard: the appeal does not lie",
    "grievance guard: the grievance does not lie",
    "fast track guard: the QIO is not asked",
)


@every_table
def test_an_office_cannot_write_a_row_for_another(offices: TwoOffices, table: TenantTable) -> None:
    ours, theirs = ids(offices)
    theirs_before = rows_of(theirs, table)
    # An empty row of theirs will do: the lock is asked before any other rule of the table.
    copied = json.dumps(next(iter(theirs_before), {table.column: str(theirs)}))

    # The guard of a decision looks for its case before the lock is asked, and finds none.
    refused = "|".join(("row-level security", *GUARDS))
    columns = columns_of(table)
    with of_tenant(ours), pytest.raises(DatabaseError, match=refused):
        ask(
            f"INSERT INTO {table.name} ({columns}) OVERRIDING SYSTEM VALUE"
            f" SELECT {columns} FROM jsonb_populate_record(NULL::{table.name}, %s)",
            copied,
        )

    assert rows_of(theirs, table) == theirs_before


@every_table
def test_an_office_cannot_give_a_row_away(offices: TwoOffices, table: TenantTable) -> None:
    ours, theirs = ids(offices)
    mine = rows_of(ours, table)
    if not mine:  # then its lock must be the one that holds where there are rows
        assert words_of_the_lock(table) == words_of_the_lock(FILLED)
        return

    # History refuses every change of a row before the lock is even asked.
    with (
        of_tenant(ours),
        pytest.raises(DatabaseError, match=r"row-level security|append only"),
    ):
        ask(
            f"UPDATE {table.name} SET {table.column} = %s WHERE id = %s RETURNING id",
            theirs,
            mine[0]["id"],
        )


def test_a_query_of_ours_that_forgets_the_office_finds_no_other(offices: TwoOffices) -> None:
    ours, theirs = ids(offices)

    with of_tenant(ours):
        found = set(AuthorizationRequest.objects.values_list("tenant_id", flat=True))
        foreign = AuthorizationRequest.objects.filter(id=offices.theirs.open_case.id).first()

    assert found == {ours}
    assert foreign is None
    assert theirs not in found


@pytest.mark.usefixtures("kept_connection")
def test_each_request_sees_its_own_office_whoever_asked_before(offices: TwoOffices) -> None:
    ours, theirs = ids(offices)
    nurse, other = offices.person(Role.NURSE), make_nurse(offices)
    for account, office in ((nurse, ours), (other, theirs), (nurse, ours)):
        answer = sign_in(Client(), account).get("/staff/")

        assert answer.status_code in {200, 302}
        assert ask(OF_WHOM) == [str(office)]
        assert seen(TenantTable("prior_auth_request", "tenant_id")) == [office]


@pytest.mark.usefixtures("kept_connection")
@pytest.mark.parametrize(
    "page", ["/", "/contact/", "/healthz", "/staff/", "/nowhere/", "/account/login/"]
)
def test_a_request_of_nobody_leaves_nothing_in_sight(offices: TwoOffices, page: str) -> None:
    sign_in(Client(), offices.person(Role.NURSE)).get("/staff/")

    answer = Client().get(page)

    assert answer.status_code in {200, 302, 404}
    if page != "/nowhere/":  # no page, no query
        assert ask(OF_WHOM) == [""]
        assert all(seen(table) == [] for table in TABLES)


@pytest.mark.usefixtures("kept_connection")
def test_a_session_whose_account_is_closed_sees_nothing(offices: TwoOffices) -> None:
    account = make_nurse(offices)
    client = sign_in(Client(), account)
    Account.objects.filter(id=account.id).update(is_active=False)

    client.get("/staff/")

    assert ask(OF_WHOM) == [""]


@pytest.mark.usefixtures("kept_connection")
def test_a_session_whose_account_is_gone_sees_nothing(offices: TwoOffices) -> None:
    account = make_nurse(offices)
    client = sign_in(Client(), account)
    sign_in(Client(), offices.person(Role.NURSE)).get("/staff/")
    with of_every_office("to remove an account"):
        account.delete()

    client.get("/staff/")

    assert ask(OF_WHOM) == [""]


@pytest.mark.usefixtures("kept_connection")
def test_people_of_any_office_can_sign_in_on_one_connection(offices: TwoOffices) -> None:
    sign_in(Client(), offices.person(Role.NURSE)).get("/staff/")
    show_nobody()
    with of_every_office("to write an account"):
        account = make_account(
            Role.MEMBER,
            offices.theirs.world.tenant,
            member_id=offices.theirs.world.member.id,
            password="a long enough password",
        )
    client = Client()

    answer = client.post(
        "/account/login/", {"login": account.email, "password": "a long enough password"}
    )
    home = client.get("/member/", follow=True)

    assert answer.status_code == 302
    assert home.status_code == 200
    assert ask(OF_WHOM) == [str(account.tenant_id)]


def test_a_job_sees_the_office_it_was_ordered_for(offices: TwoOffices) -> None:
    ours, theirs = ids(offices)
    letter = OrderedLetter.objects.filter(tenant_id=theirs).latest("ordered_at")
    work = app.tasks["letters.render"].func

    with of_nobody(), pytest.raises(OrderedLetter.DoesNotExist):
        work(tenant_id=str(ours), letter_id=str(letter.id))
    with of_nobody(), letters_may_leave():
        work(tenant_id=str(theirs), letter_id=str(letter.id))
        work(letter_id=str(letter.id))
        left = ask(OF_WHOM)

    assert left == [""]


def test_the_schedule_looks_into_every_office(offices: TwoOffices, tmp_path: Path) -> None:
    with override_settings(DEMO_DATA_DIR=tmp_path), of_nobody(), transaction.atomic():
        clock.advance(timedelta(days=1000))
        app.tasks["prior_auth.look_for_time_run_out"].func(timestamp=0)
        ordered = ask(
            "SELECT DISTINCT args ->> 'tenant_id' FROM procrastinate_jobs"
            " WHERE task_name = 'prior_auth.time_ran_out' AND status = 'todo'"
        )
        transaction.set_rollback(True)

    assert {str(office) for office in ids(offices)} <= set(ordered)


def make_nurse(offices: TwoOffices) -> Account:
    with of_every_office("to write an account"):
        return make_account(Role.NURSE, offices.theirs.world.tenant)
