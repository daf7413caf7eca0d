"""How every process of the product talks to its database.

A worker thread keeps its connection; a dead one is noticed before it is used, so the office heals
by itself when the database comes back. A connection also knows whose rows it may see
(office/tenants/whose_rows.py), so a pooler between us and the database must pool by session.

Statements are prepared at the database after a few uses and get their values apart from their
text. That halves the database's work for a request, and it is the one way in which a value can
never be read as a part of a statement. Where a pooler loses prepared statements (PgBouncer before
1.21), OPENMSO_PREPARED_STATEMENTS=false.
"""

from typing import Any

import environ

_USES_BEFORE_PREPARED = 2


def database(address: dict[str, Any]) -> dict[str, Any]:
    """Return Django's settings for the PostgreSQL at `address`, as `environ` reads a URL."""
    return address | {
        "ENGINE": "openmso.project.live_connection",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": _driver() | address.get("OPTIONS", {}),
    }


def _driver() -> dict[str, Any]:
    if not environ.Env().bool("OPENMSO_PREPARED_STATEMENTS", default=True):
        return {}
    return {"server_side_binding": True, "prepare_threshold": _USES_BEFORE_PREPARED}
