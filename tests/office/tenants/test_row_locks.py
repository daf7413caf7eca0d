"""Every table with a tenant is locked; an open one, or a role no lock binds, stops the start."""

from collections.abc import Iterator

import pytest
from django.db import connection, connections

from openmso.office.tenants.row_locks import (
    lock_tables,
    role_no_lock_holds,
    tenant_tables,
    unlock_tables,
    unlocked_tables,
)
from openmso.project import schema
from openmso.project.refusal import Refusal

TABLE = "prior_auth_request"


def ask(question: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return [name for (name,) in cursor.fetchall()] if cursor.description else []


@pytest.mark.django_db
@pytest.mark.requirement("IMP-03")
def test_every_table_with_a_tenant_is_locked() -> None:
    with_column = ask(
        "SELECT table_name FROM information_schema.columns"
        " WHERE column_name = 'tenant_id' AND table_schema = current_schema"
    )

    assert set(with_column) == {table.name for table in tenant_tables()}
    assert not unlocked_tables(), "`openmso migrate` locks them; is its last step gone?"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "opened",
    [
        f"ALTER TABLE {TABLE} DISABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {TABLE} NO FORCE ROW LEVEL SECURITY",
        f"DROP POLICY own_office ON {TABLE}",
        f"COMMENT ON POLICY own_office ON {TABLE} IS 'an older one'",
    ],
)
def test_a_table_that_was_opened_is_named_and_locked_again(opened: str) -> None:
    ask(opened)
    assert unlocked_tables() == [TABLE]

    assert lock_tables() == [TABLE]

    assert unlocked_tables() == []
    assert lock_tables() == []


@pytest.mark.django_db
def test_the_locks_come_off_for_an_older_version_and_on_again() -> None:
    unlock_tables()
    locked = ask(
        "SELECT relname FROM pg_class WHERE relrowsecurity OR relforcerowsecurity ORDER BY 1"
    )
    assert locked == []

    lock_tables()

    assert unlocked_tables() == []


@pytest.mark.django_db
def test_our_own_role_is_bound_by_the_locks() -> None:
    assert role_no_lock_holds() is None


@pytest.fixture
def opened_table(committed_rows: None) -> Iterator[None]:
    ask(f"ALTER TABLE {TABLE} NO FORCE ROW LEVEL SECURITY")
    yield
    lock_tables()


@pytest.fixture
def as_superuser(committed_rows: None) -> Iterator[None]:
    settings, before = connection.settings_dict, connection.settings_dict["USER"]
    connections.close_all()
    settings["USER"] = "postgres"
    yield
    connections.close_all()
    settings["USER"] = before


@pytest.mark.usefixtures("committed_rows")
def test_an_office_whose_tables_are_locked_may_start() -> None:
    schema.refuse_open_locks()


@pytest.mark.usefixtures("opened_table")
def test_an_open_table_stops_the_start() -> None:
    with pytest.raises(Refusal, match=rf"{TABLE}.*openmso migrate"):
        schema.refuse_open_locks()


@pytest.mark.usefixtures("as_superuser")
def test_a_superuser_stops_the_start() -> None:
    with pytest.raises(Refusal, match='role "postgres"'):
        schema.refuse_open_locks()


@pytest.mark.usefixtures("committed_rows")
def test_a_database_that_is_away_does_not_stop_the_start() -> None:
    connection.close()
    host = connection.settings_dict["OPTIONS"].pop("host", None)
    before, connection.settings_dict["HOST"] = connection.settings_dict["HOST"], "/nowhere"
    try:
        schema.refuse_open_locks()
    finally:
        connection.settings_dict["HOST"] = before
        if host:
            connection.settings_dict["OPTIONS"]["host"] = host
