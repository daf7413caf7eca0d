"""A kept connection is used while it lives, and replaced when the server has hung up.

Each one tells the database to keep to the order of joins that a statement is written in.
"""

import time
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from openmso.project.live_connection.base import DatabaseWrapper

pytestmark = pytest.mark.usefixtures("committed_rows")


@pytest.fixture
def kept() -> DatabaseWrapper:
    own = connection.copy()
    assert isinstance(own, DatabaseWrapper)
    own.ensure_connection()
    return own


def statements_until_answered(kept: Any) -> list[str]:
    """Ask one thing as the next request does; return all that was asked for it."""
    kept.health_check_enabled, kept.health_check_done = True, False
    with CaptureQueriesContext(kept) as asked, kept.cursor() as cursor:
        cursor.execute("SELECT 7")
        assert cursor.fetchone() == (7,)
    return [str(one["sql"]) for one in asked.captured_queries]


def test_a_living_connection_is_used_without_a_question(kept: DatabaseWrapper) -> None:
    before = kept.connection

    assert kept.is_usable()
    assert statements_until_answered(kept) == ["SELECT 7"]
    assert kept.connection is before
    kept.close()


def test_a_connection_the_server_has_ended_is_seen_and_replaced(kept: DatabaseWrapper) -> None:
    before = kept.connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [before.info.backend_pid])
    until = time.monotonic() + 10
    while kept.is_usable() and time.monotonic() < until:
        time.sleep(0.01)

    assert not kept.is_usable()
    assert statements_until_answered(kept) == ["SELECT 7"]
    assert kept.connection is not before
    kept.close()


def test_a_word_of_the_server_is_no_reason_to_hang_up(kept: DatabaseWrapper) -> None:
    with kept.cursor() as cursor:
        cursor.execute("LISTEN somebody")
    with connection.cursor() as cursor:
        cursor.execute("NOTIFY somebody, 'good morning'")

    assert kept.is_usable()
    kept.close()


def test_a_closed_connection_cannot_be_used(kept: DatabaseWrapper) -> None:
    kept.connection.close()

    assert not kept.is_usable()
    kept.close()


def test_a_transaction_that_failed_cannot_be_used(kept: DatabaseWrapper) -> None:
    kept.set_autocommit(False)
    with kept.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute("SELECT 1/0")

    assert not kept.is_usable()
    kept.rollback()
    assert kept.is_usable()
    kept.close()


def test_every_new_connection_keeps_to_the_order_in_which_a_case_is_read(
    kept: DatabaseWrapper,
) -> None:
    with kept.cursor() as cursor:
        cursor.execute("SHOW join_collapse_limit")
        assert cursor.fetchone() == ("4",)
    kept.close()
