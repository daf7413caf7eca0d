"""Signs a tool in to a demo office without a password: prints a session cookie.

Only for a demo folder: the settings of a real office have no DEMO_DATA_DIR, and this refuses.
"""

import time
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db.models import Q

from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.tenants.whose_rows import of_every_office
from openmso.project.refusal import Refusal


def session_cookie(role: str) -> str:
    """Return `sessionid=…` of a person with this role, second factor included.

    An e-mail address does as well, or what stands before its @. Of several people it is the
    one who was entered first, in the office that was made first: ids stand in that order.
    """
    if not hasattr(settings, "DEMO_DATA_DIR"):
        raise Refusal("Signing in from the command line exists only in a demo office.")
    with of_every_office("anybody may be meant"):
        account = _account(role)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "email": account.email},
        {"method": "mfa", "at": time.time(), "type": "totp"},
    ]
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def _account(role: str) -> Account:
    accounts = Account.objects.filter(is_active=True).order_by("tenant_id", "id")
    asked = role.strip().lower()
    for meant in (
        Q(email=asked),
        Q(roles=[asked]),
        Q(roles__contains=[asked]),
        Q(email__startswith=f"{asked}@"),
    ):
        if account := accounts.filter(meant).first():
            return account
    known = ", ".join(role.value for role in Role)
    raise Refusal(f'Nobody here has the role "{role}". Roles: {known}.')
