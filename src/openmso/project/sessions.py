"""Sessions in the database, each read with one plain statement.

Every request of a signed-in person reads its session. Django's own store builds that statement
anew each time, which costs several times what the statement itself does.
"""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django's store in everything but the look-up."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds; an unknown or expired key is forgotten."""
        with connection.cursor() as cursor:
            cursor.execute(_READ, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row[0])
