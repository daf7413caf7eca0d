"""Sessions in the database; one plain statement reads a session together with its account.

Every request of a signed-in person needs both. Django's own store and look-up build two statements
anew each time, which costs several times what the statements themselves do.
"""

from contextvars import ContextVar
from datetime import datetime
from functools import cache
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import DEFAULT_DB_ALIAS, connection
from django.utils import timezone

from openmso.office.access.models import Account, AccountSession
from openmso.office.tenants.whose_rows import note

# The function is made by office/access/migrations/0003_keep_the_account_beside_its_session.py.
_READ = "SELECT one.session_data, <columns> FROM session_with_account(%s, %s) AS one"

_found: ContextVar[Account | None] = ContextVar("the account of the session read last")


class SessionStore(db.SessionStore):
    """Django's store in everything but the look-up and the account beside each session."""

    @classmethod
    def get_model_class(cls) -> type[AccountSession]:
        return AccountSession

    def create_model_instance(self, data: dict[str, Any]) -> AccountSession:
        session = cast("AccountSession", super().create_model_instance(data))
        session.account_id = data.get(SESSION_KEY)
        return session

    def load(self) -> dict[str, Any]:
        """Return what the session holds; an unknown or expired key is forgotten.

        From here on the connection touches the rows of the office of the session's account.
        """
        _found.set(None)
        row = _row(self.session_key, timezone.now())
        if row is None:
            self._session_key = None
            return {}
        held, *values = row
        account = Account.from_db(DEFAULT_DB_ALIAS, account_columns(), values)
        if account.pk is not None:
            note(str(account.tenant_id))
            _found.set(account)
        return self.decode(held)


def take_account_found(account_id: object) -> Account | None:
    """Return the account that came with this request's session, once."""
    account = _found.get(None)
    _found.set(None)
    return account if account is not None and account.pk == account_id else None


@cache
def account_columns() -> tuple[str, ...]:
    """Return the names of an account's columns, in the order in which they are read."""
    return tuple(field.attname for field in Account._meta.concrete_fields)


def _row(key: str | None, at: datetime) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(_read(), [key, at])
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


@cache
def _read() -> str:
    fields = Account._meta.concrete_fields
    columns = ", ".join(f'(one.account)."{field.column}"' for field in fields)
    return _READ.replace("<columns>", columns)
