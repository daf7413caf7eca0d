"""People who sign in: accounts with a role, what they may sign, and a browser of theirs.

`sign_in(client, account)` gives a test client the session of this person with the second factor
done, as it stands after a real sign-in.
"""

import time
from datetime import date
from importlib import import_module
from itertools import count
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from openmso.office.access.credentials import NO_REWARD_FOR_DENIALS
from openmso.office.access.models import Account, Attestation, Licence
from openmso.office.access.roles import Role
from openmso.office.tenants.models import Tenant

from .roster import LEARNED_AT, LONG_AGO, make_tenant

_serial = count(1)

FAR_AHEAD = date(2040, 1, 1)
_NAMES = {
    Role.INTAKE: "Ines Intake",
    Role.NURSE: "Nora Nurse",
    Role.PHYSICIAN: "Phil Physician",
    Role.SUPERVISOR: "Sam Supervisor",
    Role.CASE_MANAGER: "Odile Manager",
    Role.OFFICE_ADMIN: "Ada Admin",
    Role.ANSWERING_SERVICE: "Ansel Answers",
    Role.PRIVACY: "Pia Privacy",
    Role.PRACTICE: "Paula Practice",
    Role.PRACTICE_MANAGER: "Petra Manager",
    Role.MEMBER: "Mina Member",
}


def make_account(role: Role | str, tenant: Tenant | None = None, **given: Any) -> Account:
    """An account with one role. A practice's needs `practice_id=`, a member's `member_id=`.

    A physician may decide: licensed in the office's state and attested, unless `may_sign=False`.
    """
    office = tenant or make_tenant()
    role = Role(role)
    may_sign = given.pop("may_sign", role is Role.PHYSICIAN)
    specialties = given.pop("specialties", ["207Q00000X"])
    fields: dict[str, Any] = {
        "email": f"{role.value}-{next(_serial)}@office.example",
        "name": _NAMES[role],
        "roles": [role.value],
    }
    account = Account.objects.create_account(
        password=given.pop("password", None), tenant=office, **(fields | given)
    )
    if may_sign:
        make_licence(account, specialties=specialties)
        make_attestation(account)
    return account


def make_licence(account: Account, **given: Any) -> Licence:
    """A physician's license in the office's state, valid for long."""
    fields: dict[str, Any] = {
        "profession": Licence.Profession.PHYSICIAN,
        "state": account.tenant.state,
        "number": f"A{next(_serial):06d}",
        "specialties": ["207Q00000X"],
        "from_on": LONG_AGO,
        "until_on": FAR_AHEAD,
    }
    return Licence.objects.create(tenant=account.tenant, account=account, **(fields | given))


def make_attestation(account: Account, **given: Any) -> Attestation:
    """The signed statement that no reward is paid for denials, valid for long."""
    fields: dict[str, Any] = {
        "statement": NO_REWARD_FOR_DENIALS,
        "edition": "2026",
        "signed_at": LEARNED_AT,
        "until_on": FAR_AHEAD,
    }
    return Attestation.objects.create(tenant=account.tenant, account=account, **(fields | given))


def sign_in(client: Client, account: Account, *, second_factor: bool = True) -> Client:
    """Put this person's session into the client's cookies and return the client."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session["last_seen"] = session["began"] = int(time.time())
    methods: list[dict[str, Any]] = [{"method": "password", "at": time.time()}]
    if second_factor:
        methods.append({"method": "mfa", "at": time.time(), "type": "totp"})
    session["account_authentication_methods"] = methods
    session.create()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


def signed_in(role: Role | str, tenant: Tenant, **given: Any) -> Client:
    """A browser in which a new person with this role is signed in."""
    return sign_in(Client(), make_account(role, tenant, **given))
