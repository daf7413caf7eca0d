"""The shape of the tables: a name for it, and how the database is brought to it."""

import hashlib
import importlib.metadata
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES_WITH_TABLES = ("django", "procrastinate", "django-allauth")


def fingerprint() -> str:
    """Return 16 letters that change when a migration or a library with tables changes."""
    digest = hashlib.sha256()
    for library in _LIBRARIES_WITH_TABLES:
        digest.update(f"{library} {importlib.metadata.version(library)}\n".encode())
    for migration in sorted(_PACKAGE.rglob("migrations/*.py")):
        digest.update(str(migration.relative_to(_PACKAGE)).encode() + migration.read_bytes())
    return digest.hexdigest()[:16]


def migrate(*, verbosity: int) -> None:
    """Apply every migration, and make the table behind the shared cache. Safe to run again."""
    from django.core.management import call_command

    call_command("migrate", verbosity=verbosity, interactive=False)
    call_command("createcachetable", verbosity=verbosity)
