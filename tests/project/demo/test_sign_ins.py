"""Everybody of the demo can sign in, and only as who they are."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY, authenticate

from openmso.office.access.credentials import credentials_of
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.project.demo.accounts import write_accounts
from openmso.project.demo.office import open_arizona, open_los_angeles
from openmso.project.demo.people import PEOPLE
from openmso.project.demo.roster import build_az_roster, build_la_roster
from openmso.project.demo.sign_ins import sign_in_table, sign_ins
from openmso.project.demo_sign_in import session_cookie
from openmso.project.refusal import Refusal
from openmso.project.sessions import SessionStore

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 19, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _accounts() -> None:
    for tenant, build in (
        (open_los_angeles(at=NOW), build_la_roster),
        (open_arizona(at=NOW), build_az_roster),
    ):
        roster = build(tenant, members=20, at=NOW, progress=lambda *_: None)
        write_accounts(roster, on=NOW.date(), at=NOW)


def test_there_is_somebody_in_every_role() -> None:
    assert {person.role for person in PEOPLE} == set(Role)


def test_every_password_of_the_table_is_the_account_s_own() -> None:
    for row in sign_ins():
        account = Account.objects.get(email=row.email)
        assert account.check_password(row.password), row.email
        assert row.password in sign_in_table()


def test_everybody_but_members_has_a_second_factor_whose_code_is_right() -> None:
    for row in sign_ins():
        factor = Authenticator.objects.filter(user__email=row.email).first()
        assert (factor is None) == (row.role == "Member")
        if factor is not None:
            assert factor.wrap().validate_code(row.code)


def test_no_two_people_share_a_secret() -> None:
    codes = [row.code for row in sign_ins() if row.code]

    assert len(set(codes)) > len(codes) - 2


@pytest.mark.requirement("S003-29")
def test_one_physician_s_attestation_has_lapsed_and_the_others_hold() -> None:
    held = {}
    for person in PEOPLE:
        if person.role is Role.PHYSICIAN:
            account = Account.objects.get(email=person.email)
            credentials = credentials_of(account.tenant_id, account.id, on=NOW.date())
            assert credentials.is_licensed_physician
            held[person.key] = credentials.has_current_attestation

    assert held == {
        "physician": True,
        "physician-two": True,
        "physician-lapsed": False,
        "physician-appeals": True,
        "az-physician": True,
    }


def test_the_member_s_account_is_their_own_record() -> None:
    rosa = Account.objects.get(email="rosa@larkspur.example")

    assert rosa.member_id is not None
    assert rosa.language == "es"
    assert authenticate(email=rosa.email, password="wrong") is None


@pytest.mark.parametrize(
    ("asked", "email"),
    [
        ("um_nurse", "nurse@larkspur.example"),
        ("nurse", "nurse@larkspur.example"),
        ("physician_reviewer", "physician@larkspur.example"),
        ("Practice", "practice@larkspur.example"),
        ("nurse@copperleaf.example", "nurse@copperleaf.example"),
    ],
)
def test_a_tool_signs_in_by_role_or_name_as_the_first_of_the_main_office(
    settings: Any, tmp_path: Path, asked: str, email: str
) -> None:
    settings.DEMO_DATA_DIR = tmp_path

    _, _, key = session_cookie(asked).partition("=")

    account_id = SessionStore(key)[SESSION_KEY]
    assert Account.objects.get(id=account_id).email == email


def test_a_tool_that_asks_for_nobody_is_told_the_roles(settings: Any, tmp_path: Path) -> None:
    settings.DEMO_DATA_DIR = tmp_path

    with pytest.raises(Refusal, match=r'role "pilot".*um_nurse'):
        session_cookie("pilot")
