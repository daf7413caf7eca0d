"""Whose rows a database connection may touch: one office's, every office's, or nobody's.

The database keeps the offices apart by itself (row_locks.py); a connection tells it by the setting
`openmso.tenant` whose turn it is, and without one it sees no row of any office. A signed-in
person's request says so in the statement that finds the account; everything else says it here, in
as small a block as will do.

A thread keeps its connection from one request to the next, and the setting with it. So what a
connection carries is noted on it, every request decides anew, and inside a transaction, which may
undo the setting, nothing noted is believed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connection, connections
from psycopg.pq import TransactionStatus

EVERY_OFFICE = "ffffffff-ffff-ffff-ffff-ffffffffffff"  # the highest UUID, which names no office
NOBODY = ""

_SET = "SELECT current_setting('openmso.tenant', true), set_config('openmso.tenant', %s, false)"
_NOTE = "openmso_whose_rows"


@contextmanager
def of_tenant(tenant_id: UUID) -> Iterator[None]:
    """Let this thread's connection touch the rows of one office, until the end of the block.

    A connection that is closed inside and opened anew begins with nobody's rows.
    """
    with _until_the_end(str(tenant_id)):
        yield


@contextmanager
def of_every_office(why: str) -> Iterator[None]:
    """Let this thread's connection touch the rows of every office, until the end of the block.

    `why` is for the reader of the code: what is it that belongs to no single office?
    """
    if not why:
        raise ValueError("say why this work is not that of one office")
    with _until_the_end(EVERY_OFFICE):
        yield


def show_every_office() -> None:
    """Open every office's rows to this thread's connection until `show_nobody`."""
    _set(EVERY_OFFICE)


def show_nobody() -> None:
    """Take the rows of every office from this thread's connection.

    Costs nothing where there is no connection, or one that carries no office. One that does not
    obey is closed: the next one begins with nothing.
    """
    kept = connections[DEFAULT_DB_ALIAS].connection
    if kept is None or _noted() == NOBODY:
        return
    try:
        kept.execute(_SET, [NOBODY])
    except psycopg.Error:
        connection.close()
    else:
        note(NOBODY)


def shows_every_office() -> bool:
    """Tell whether this thread's connection was opened to every office, as far as is noted."""
    return _noted() == EVERY_OFFICE


def note(office: str) -> None:
    """Note on the connection what a statement has just set."""
    here = connections[DEFAULT_DB_ALIAS]
    vars(here.connection)[_NOTE] = None if here.in_atomic_block else office


@contextmanager
def _until_the_end(office: str) -> Iterator[None]:
    if _noted() == office:
        yield
        return
    before = _set(office)
    try:
        yield
    finally:
        # A transaction that failed takes the setting back with everything else.
        if not _transaction_failed():
            _back_to(before)


def _set(office: str) -> str:
    """Set whose rows are seen; return what was set before."""
    with connection.cursor() as cursor:
        cursor.execute(_SET, [office])
        before, _ = cursor.fetchone()
    note(office)
    return before or NOBODY


def _back_to(before: str) -> None:
    try:
        _set(before)
    except (DatabaseError, InterfaceError):
        connection.close()


def _transaction_failed() -> bool:
    if connection.needs_rollback:
        return True
    kept = connection.connection
    return kept is not None and kept.info.transaction_status == TransactionStatus.INERROR


def _noted() -> str | None:
    """Return what the connection carries; None when that is not certain, or there is none."""
    here = connections[DEFAULT_DB_ALIAS]
    noted: str | None = None
    if here.connection is not None and not here.in_atomic_block:
        noted = vars(here.connection).get(_NOTE)
    return noted
