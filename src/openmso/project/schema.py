"""The shape of the tables: a name for it, and how the database is brought to it."""

import hashlib
import importlib.metadata
from pathlib import Path

from openmso.project.refusal import Refusal

_PACKAGE = Path(__file__).resolve().parents[1]
_LOCKS = ("office/tenants/row_locks.py", "office/tenants/whose_rows.py")
_LIBRARIES_WITH_TABLES = ("django", "procrastinate", "django-allauth")


def fingerprint() -> str:
    """Return 16 letters that change when a migration, a lock or a library with tables changes."""
    digest = hashlib.sha256()
    for library in _LIBRARIES_WITH_TABLES:
        digest.update(f"{library} {importlib.metadata.version(library)}\n".encode())
    locks = [_PACKAGE / lock for lock in _LOCKS]
    for file in [*sorted(_PACKAGE.rglob("migrations/*.py")), *locks]:
        digest.update(str(file.relative_to(_PACKAGE)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def migrate(*, verbosity: int) -> None:
    """Apply every migration, make the table behind the shared cache, and lock every table that
    has a tenant. Safe to run again."""
    from django.core.management import call_command

    from openmso.office.tenants.row_locks import lock_tables
    from openmso.office.tenants.whose_rows import of_every_office

    with of_every_office("a migration moves the rows of all"):
        call_command("migrate", verbosity=verbosity, interactive=False)
    call_command("createcachetable", verbosity=verbosity)
    lock_tables()


def refuse_open_locks() -> None:
    """Refuse to work where the database would not keep the offices apart.

    A database that is away at the moment is no reason: it is waited for as at any other time.
    """
    from django.db import OperationalError, connection

    from openmso.office.tenants.row_locks import role_no_lock_holds, unlocked_tables

    try:
        role, unlocked = role_no_lock_holds(), unlocked_tables()
    except OperationalError:
        return
    finally:
        connection.close()
    if role is not None:
        raise Refusal(
            f'The database does not keep offices apart for its role "{role}", which is a '
            "superuser or has BYPASSRLS. Please name an ordinary role in DATABASE_URL."
        )
    if unlocked:
        raise Refusal(
            "The database does not keep offices apart yet in: "
            f"{', '.join(unlocked)}. Please run `openmso migrate`."
        )
