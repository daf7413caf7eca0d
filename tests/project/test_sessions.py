"""Sessions are found with a plain statement, and lost exactly as Django loses them."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories.access import make_account, sign_in
from factories.roster import make_tenant
from openmso.office.access.roles import Role
from openmso.project.sessions import SessionStore

pytestmark = pytest.mark.django_db


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
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    late = SessionStore(key)

    assert "color" not in late
    assert late.session_key is None


def test_a_key_that_nobody_gave_out_is_never_taken_over() -> None:
    invented = SessionStore("a" * 32)

    assert invented.get("color") is None
    assert invented.session_key is None


def test_knowing_who_asks_takes_two_statements() -> None:
    tenant = make_tenant()
    client = sign_in(Client(), make_account(Role.OFFICE_ADMIN, tenant))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/staff/")

    assert len(asked) == 2


def test_a_closed_account_is_signed_out_at_once() -> None:
    tenant = make_tenant()
    account = make_account(Role.OFFICE_ADMIN, tenant)
    client = sign_in(Client(), account)
    assert client.get("/staff/").headers["Location"] == "/staff/jobs/"

    account.is_active = False
    account.save()

    assert "/account/" in client.get("/staff/").headers["Location"]
