"""Finds the account of a session with one plain statement; signing in itself is allauth's.

The same statement tells the database whose rows this connection may touch from now on, so that the
second lock between offices costs a signed-in request no question of its own.
"""

from functools import cache
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection

from openmso.office.access.models import Account
from openmso.office.tenants.whose_rows import NOBODY, note

# The function is made by office/access/migrations/0002_find_account_of_session.py.
_ACCOUNT = "SELECT <columns> FROM account_of_session(%s)"


class AccountBackend(AuthenticationBackend):
    """Allauth's backend in everything but the look-up, which every request makes."""

    def get_user(self, user_id: UUID) -> Account | None:
        """Return the account, or None when it is gone or closed.

        From here on the connection touches the rows of the account's office and no others; nobody's
        when there is no account.
        """
        with connection.cursor() as cursor:
            cursor.execute(_read(), [user_id])
            row = cursor.fetchone()
        if row is None:
            note(NOBODY)
            return None
        account = Account.from_db(connection.alias, _columns(), row)
        note(str(account.tenant_id))
        return account if self.user_can_authenticate(account) else None


@cache
def _columns() -> tuple[str, ...]:
    return tuple(field.attname for field in Account._meta.concrete_fields)


@cache
def _read() -> str:
    columns = ", ".join(f'"{field.column}"' for field in Account._meta.concrete_fields)
    return _ACCOUNT.replace("<columns>", columns)
