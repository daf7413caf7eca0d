"""Finds the account of a session with one plain statement; signing in itself is allauth's."""

from functools import cache
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection

from openmso.office.access.models import Account


class AccountBackend(AuthenticationBackend):
    """Allauth's backend in everything but the look-up, which every request makes."""

    def get_user(self, user_id: UUID) -> Account | None:
        """Return the account, or None when it is gone or closed."""
        with connection.cursor() as cursor:
            cursor.execute(_read(), [user_id])
            row = cursor.fetchone()
        if row is None:
            return None
        account = Account.from_db(connection.alias, _columns(), row)
        return account if self.user_can_authenticate(account) else None


@cache
def _columns() -> tuple[str, ...]:
    return tuple(field.attname for field in Account._meta.concrete_fields)


@cache
def _read() -> str:
    """Let the query builder write the statement once instead of at every request."""
    statement, _ = Account.objects.filter(id=UUID(int=0)).query.sql_with_params()
    return statement
