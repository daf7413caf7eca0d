"""Finds the account of a session; signing in itself is allauth's.

The account came with the session. It is looked for by itself only where it did not: right after
somebody signed in.
"""

from functools import cache
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection

from openmso.office.access.models import Account
from openmso.office.tenants.whose_rows import NOBODY, note

from .sessions import account_columns, take_account_found

# The function is made by office/access/migrations/0002_find_account_of_session.py.
_ACCOUNT = "SELECT <columns> FROM account_of_session(%s)"


class AccountBackend(AuthenticationBackend):
    """Allauth's backend in everything but the look-up, which every request makes."""

    def get_user(self, user_id: UUID) -> Account | None:
        """Return the account, or None when it is gone or closed.

        From here on the connection touches the rows of the account's office and no others; nobody's
        when there is no account.
        """
        account = take_account_found(user_id) or _looked_for(user_id)
        if account is None:
            note(NOBODY)
            return None
        return account if self.user_can_authenticate(account) else None


def _looked_for(account_id: UUID) -> Account | None:
    with connection.cursor() as cursor:
        cursor.execute(_read(), [account_id])
        row = cursor.fetchone()
    if row is None:
        return None
    account = Account.from_db(connection.alias, account_columns(), row)
    note(str(account.tenant_id))
    return account


@cache
def _read() -> str:
    columns = ", ".join(f'"{column.column}"' for column in Account._meta.concrete_fields)
    return _ACCOUNT.replace("<columns>", columns)
