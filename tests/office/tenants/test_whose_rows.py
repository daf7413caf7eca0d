"""Whose rows a connection shows is said for a block, and the block leaves things as they were."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from openmso.office.tenants.whose_rows import (
    EVERY_OFFICE,
    of_every_office,
    of_tenant,
    show_every_office,
    show_nobody,
)

pytestmark = pytest.mark.usefixtures("committed_rows")

ONE, OTHER = uuid4(), uuid4()


@pytest.fixture(autouse=True)
def _nobody_before() -> None:
    show_every_office()
    show_nobody()


def shown() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('openmso.tenant', true)")
        return str(cursor.fetchone()[0])


def test_blocks_nest_and_end_where_they_began() -> None:
    with of_tenant(ONE):
        with of_tenant(OTHER):
            assert shown() == str(OTHER)
        assert shown() == str(ONE)
        with of_every_office("to try it"):
            assert shown() == EVERY_OFFICE
        assert shown() == str(ONE)

    assert shown() == ""


def test_a_block_that_fails_ends_where_it_began() -> None:
    with pytest.raises(ZeroDivisionError), of_tenant(ONE):
        _ = 1 / 0

    assert shown() == ""


def fail() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


def test_a_transaction_that_fails_inside_a_block_takes_nothing_along() -> None:
    with of_tenant(ONE):
        with pytest.raises(DatabaseError), transaction.atomic():
            fail()
        assert shown() == str(ONE)

    assert shown() == ""


def test_a_block_inside_a_transaction_that_fails_is_undone_with_it() -> None:
    with of_tenant(ONE):
        with pytest.raises(DatabaseError), transaction.atomic(), of_tenant(OTHER):
            fail()
        assert shown() == str(ONE)

    assert shown() == ""


def test_a_step_inside_a_transaction_may_fail_and_the_rest_go_on() -> None:
    with transaction.atomic():
        with pytest.raises(DatabaseError), of_tenant(ONE), transaction.atomic(), of_tenant(OTHER):
            fail()
        assert shown() == ""
        with of_tenant(OTHER):
            assert shown() == str(OTHER)

    assert shown() == ""


def test_what_a_transaction_undid_is_not_believed_afterwards() -> None:
    show_every_office()
    with transaction.atomic():
        show_nobody()
        transaction.set_rollback(True)
    assert shown() == EVERY_OFFICE

    show_nobody()

    assert shown() == ""


def test_saying_it_again_asks_the_database_nothing() -> None:
    with of_tenant(ONE):
        with connection.execute_wrapper(_refuse), of_tenant(UUID(str(ONE))):
            pass
        assert shown() == str(ONE)


def test_a_connection_that_was_lost_begins_with_nothing() -> None:
    with of_tenant(ONE):
        connection.close()

    show_nobody()
    assert shown() == ""


def test_a_connection_that_does_not_obey_is_given_up() -> None:
    show_every_office()
    connection.connection.close()

    show_nobody()

    assert connection.connection is None


def test_nobody_without_a_connection_needs_none() -> None:
    connection.close()

    show_nobody()

    assert connection.connection is None


def test_work_for_every_office_says_why() -> None:
    with pytest.raises(ValueError, match="say why"), of_every_office(""):
        pass


def _refuse(*_: object) -> object:
    raise AssertionError("the database was asked")
