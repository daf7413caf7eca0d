"""Sessions are found with a plain statement, and lost exactly as Django loses them."""

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories.access import make_account, sign_in
from factories.roster import make_tenant
from openmso.office.access.models import AccountSession
from openmso.office.access.roles import Role
from openmso.office.tenants.whose_rows import of_tenant
from openmso.project.jobs import forget_ended_sessions
from openmso.project.sessions import SessionStore, take_account_found
from openmso.project.sign_in_backend import AccountBackend

pytestmark = pytest.mark.django_db


def whose() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('openmso.tenant', true)")
        return str(cursor.fetchone()[0])


def stored(**facts: str) -> SessionStore:
    session = SessionStore()
    session.update(facts)
    session.create()
    return session


def test_a_session_is_read_back_with_what_it_holds() -> None:
    key = stored(color="blue").session_key

    assert SessionStore(key)["color"] == "blue"


def test_an_expired_session_is_empty_and_its_key_forgotten() -> None:
    key = stored(color="blue").session_key
    AccountSession.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    late = SessionStore(key)

    assert "color" not in late
    assert late.session_key is None


def test_a_key_that_nobody_gave_out_is_never_taken_over() -> None:
    invented = SessionStore("a" * 32)

    assert invented.get("color") is None
    assert invented.session_key is None


def test_knowing_who_asks_takes_one_statement() -> None:
    tenant = make_tenant()
    client = sign_in(Client(), make_account(Role.OFFICE_ADMIN, tenant))

    with CaptureQueriesContext(connection) as asked:
        client.get("/staff/")

    assert len(asked) == 1


def test_a_session_of_nobody_leaves_the_connection_as_it_was() -> None:
    key = stored(color="blue").session_key

    with of_tenant(make_tenant().id):
        before = whose()
        assert SessionStore(key)["color"] == "blue"
        assert whose() == before


def test_an_account_that_came_with_one_session_is_not_given_to_another() -> None:
    tenant = make_tenant()
    first, second = (make_account(Role.NURSE, tenant) for _ in range(2))
    read = SessionStore(sign_in(Client(), first).cookies["sessionid"].value)
    assert read[SESSION_KEY] == str(first.pk)

    assert AccountBackend().get_user(second.pk) == second
    assert take_account_found(first.pk) is None


def test_the_session_names_the_account_that_its_column_names() -> None:
    nurse = make_account(Role.NURSE, make_tenant())
    sign_in(Client(), nurse)

    assert AccountSession.objects.get(account_id=nurse.pk).get_decoded()[SESSION_KEY] == str(
        nurse.pk
    )


def test_a_closed_account_is_signed_out_at_once() -> None:
    tenant = make_tenant()
    account = make_account(Role.OFFICE_ADMIN, tenant)
    client = sign_in(Client(), account)
    assert client.get("/staff/").headers["Location"] == "/staff/jobs/"

    account.is_active = False
    account.save()

    assert "/account/" in client.get("/staff/").headers["Location"]


def test_sessions_that_have_ended_are_removed_at_night() -> None:
    ended, alive = stored(color="blue").session_key, stored(color="red").session_key
    AccountSession.objects.filter(session_key=ended).update(
        expire_date=timezone.now() - timedelta(seconds=1)
    )

    forget_ended_sessions()

    assert list(AccountSession.objects.values_list("session_key", flat=True)) == [alive]
