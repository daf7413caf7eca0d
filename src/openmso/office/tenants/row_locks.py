"""The second lock between offices: in the database, on every table whose rows have a tenant.

The first lock is ours: every query names its tenant. The second holds where one forgot to: a row
of another office is neither found nor written, whatever the statement says. Whose rows a connection
may touch stands in whose_rows.py.

The lock is put on after every migration (project/schema.py) and finds its tables by themselves, so
that no new one is left open. It binds the tables' owner too, but no role that is a superuser or
has BYPASSRLS.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.apps import apps
from django.db import connection, transaction
from psycopg import sql

from .models import Tenant
from .whose_rows import EVERY_OFFICE

POLICY = "own_office"

_OURS = "NULLIF(current_setting('openmso.tenant', true), '')::uuid"
_FITS = "= ANY (ARRAY[{column}, {every_office}::uuid])"
# Asked once a statement where rows are read, once a row where they are written.
_LOCK = f"""
    DROP POLICY IF EXISTS {{policy}} ON {{table}};
    CREATE POLICY {{policy}} ON {{table}}
        USING ((SELECT {_OURS}) {_FITS}) WITH CHECK ({_OURS} {_FITS});
    COMMENT ON POLICY {{policy}} ON {{table}} IS {{edition}};
    ALTER TABLE {{table}} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
"""
_UNLOCK = """
    ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS {policy} ON {table};
"""
EDITION = sha256(_LOCK.encode()).hexdigest()[:16]
_LOCKED = """
    SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
     WHERE c.relnamespace = current_schema::regnamespace AND p.polname = %s
       AND c.relrowsecurity AND c.relforcerowsecurity
       AND obj_description(p.oid, 'pg_policy') = %s
"""
_FREE_ROLE = """
    SELECT rolname FROM pg_roles
     WHERE rolname = current_user AND (rolsuper OR rolbypassrls)
"""


@dataclass(frozen=True, slots=True, order=True)
class TenantTable:
    """A table whose rows belong to one office each, and the column that says to which."""

    name: str
    column: str


def tenant_tables() -> list[TenantTable]:
    """Return every table of the product whose rows name their tenant, by name."""
    return sorted(set(_tenant_tables()))


def lock_tables() -> list[str]:
    """Lock what is not locked yet, or by an older edition of the lock; return what that was."""
    open_ones = unlocked_tables()
    for table in tenant_tables():
        if table.name in open_ones:
            _carry_out(_LOCK, table)
    return open_ones


def unlock_tables() -> None:
    """Take the lock off every table: for going back to a version that knows of none."""
    for table in tenant_tables():
        _carry_out(_UNLOCK, table)


def unlocked_tables() -> list[str]:
    """Return the tables with a tenant that this edition of the lock does not guard."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCKED, [POLICY, EDITION])
        locked = {name for (name,) in cursor.fetchall()}
    return [table.name for table in tenant_tables() if table.name not in locked]


def role_no_lock_holds() -> str | None:
    """Return our role in the database if row-level security does not bind it, else None."""
    with connection.cursor() as cursor:
        cursor.execute(_FREE_ROLE)
        row = cursor.fetchone()
    return str(row[0]) if row else None


def _tenant_tables() -> Iterator[TenantTable]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            if field.related_model is Tenant and model._meta.managed:
                yield TenantTable(model._meta.db_table, str(field.column))


def _carry_out(commands: str, table: TenantTable) -> None:
    words = sql.SQL(commands).format(
        policy=sql.Identifier(POLICY),
        table=sql.Identifier(table.name),
        column=sql.Identifier(table.column),
        every_office=sql.Literal(EVERY_OFFICE),
        edition=sql.Literal(EDITION),
    )
    with transaction.atomic(), connection.cursor() as cursor:
        for command in words.as_string(connection.connection).split(";\n"):
            if command.strip():
                cursor.execute(command)
