"""One PostgreSQL for all running tests; each process has a database of its own in it.

Migrations run once into a template, named after their contents; a clone takes 50 ms. Several
runs may go on at once: the last one out stops the server. `TEST_DATABASE_URL` names another
server to use instead, with a role that may create databases and is no superuser.
"""

import fcntl
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import environ
import psycopg
from django.conf import settings
from django.db import connections
from psycopg.conninfo import make_conninfo

from openmso.office.tenants.whose_rows import EVERY_OFFICE
from openmso.project import embedded_postgres, schema
from openmso.project.embedded_postgres import program
from openmso.project.settings.database import database

_HOME = settings.BUILD_DIR / "test-database"
_SERVER = _HOME / "postgres"
_TEMPLATES_KEPT = 3


@contextmanager
def own_database() -> Iterator[str]:
    """Make, connect and afterwards drop a database for this process; yields its name."""
    _HOME.mkdir(parents=True, exist_ok=True)
    mine = f"test_{os.getpid()}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with (_HOME / "in_use.lock").open("w") as in_use:
        fcntl.flock(in_use, fcntl.LOCK_SH)
        with _only_one(_HOME / "template.lock"):
            url = os.environ.get("TEST_DATABASE_URL") or _start()
            template = _migrated_template(url)
            _in_server(url, f"CREATE DATABASE {mine} TEMPLATE {template}")
        _connect_django(url, mine)
        try:
            yield mine
        finally:
            connections.close_all()
            _in_server(url, f"DROP DATABASE {mine} WITH (FORCE)")
            _last_one_out(in_use, url, template)


def write_migrated_tables(url: str) -> None:
    """Inside `own_database()`: make the migrated tables in the empty database of another server.

    What one server tells the other writes, in a tenth of the time of migrating again.
    """
    here = os.environ.get("TEST_DATABASE_URL") or embedded_postgres.address_of(_SERVER).url
    with _only_one(_HOME / "template.lock"):
        template = make_conninfo(here, dbname=_migrated_template(here))
        tell = [program("pg_dump"), "--no-owner", "--enable-row-security", "--dbname", template]
        told = subprocess.run(tell, stdout=subprocess.PIPE, check=True)
    write = [program("psql"), "--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", url]
    subprocess.run(write, input=told.stdout, stdout=subprocess.DEVNULL, check=True)


@contextmanager
def database_of_commits(purpose: str) -> Iterator[str]:
    """Inside `own_database()`: a second clone, for tests whose threads must see each other's rows.

    Django is connected to it until the end, when it is dropped; yields its name.
    """
    before = dict(connections["default"].settings_dict)
    name = f"{before['NAME']}_{purpose}"
    url = os.environ.get("TEST_DATABASE_URL") or embedded_postgres.address_of(_SERVER).url
    with _only_one(_HOME / "template.lock"):
        template = _migrated_template(url)
        _in_server(url, f"CREATE DATABASE {name} TEMPLATE {template}")
    _connect_django(url, name)
    try:
        yield name
    finally:
        connections.close_all()
        connections["default"].settings_dict.update(before)
        _in_server(url, f"DROP DATABASE {name} WITH (FORCE)")


def _start() -> str:
    return embedded_postgres.start(_SERVER, durable=False).url


def _migrated_template(url: str) -> str:
    template = f"migrated_{schema.fingerprint()}"
    if template in _databases(url):
        return template
    making = f"half_{template}"
    _in_server(url, f"DROP DATABASE IF EXISTS {making} WITH (FORCE)", f"CREATE DATABASE {making}")
    _connect_django(url, making)
    schema.migrate(verbosity=0)
    connections.close_all()
    _in_server(url, f"ALTER DATABASE {making} RENAME TO {template}")
    return template


def seeing_every_office(address: dict[str, Any]) -> dict[str, Any]:
    """Return Django's settings for the tests' own hands. What they test sees one office at most."""
    options = address.get("OPTIONS", {}) | {"options": f"-c openmso.tenant={EVERY_OFFICE}"}
    return address | {"OPTIONS": options}


def _connect_django(url: str, name: str) -> None:
    connections.close_all()
    address = database(environ.Env.db_url_config(url)) | {
        "NAME": name,
        "CONN_HEALTH_CHECKS": False,
    }
    connections["default"].settings_dict.update(seeing_every_office(address))


def _in_server(url: str, *commands: str) -> None:
    with psycopg.connect(url, autocommit=True) as server:
        for command in commands:
            server.execute(command.encode())


def _databases(url: str) -> list[str]:
    with psycopg.connect(url, autocommit=True) as server:
        found = server.execute("SELECT datname FROM pg_database ORDER BY oid").fetchall()
    return [name for (name,) in found]


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _last_one_out(in_use: IO[str], url: str, template: str) -> None:
    if "TEST_DATABASE_URL" in os.environ:
        return
    try:
        fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    left = _databases(url)
    templates = [name for name in left if name.startswith("migrated_") and name != template]
    forgotten = [name for name in left if name.startswith(("test_", "half_"))]
    for name in [*templates[: -_TEMPLATES_KEPT + 1], *forgotten]:
        _in_server(url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    embedded_postgres.stop(_SERVER)
