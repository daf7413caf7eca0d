"""A whole office in a folder that is thrown away: database, two sizes of it, web, jobs.

The database is as durable as in operation. Web and jobs run as `openmso serve` and `openmso work`
do, each in a process of its own, under the settings of a real office.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from openmso.project import embedded_postgres
from openmso.project.refusal import Refusal

HOST = "localhost"
WORKERS, THREADS = 2, 4
_OPENMSO = "from openmso.project.commands import main; raise SystemExit(main())"
_PATIENCE_SECONDS = 60
_QUIET_SECONDS = 30


@dataclass(slots=True, kw_only=True)
class Served:
    """A web server or worker at work on one database; `port` is 0 for the worker."""

    process: subprocess.Popen[bytes]
    port: int = 0
    first_answer_seconds: float = 0.0

    @property
    def pid(self) -> int:
        return self.process.pid


class ThrowawayOffice:
    """The folder, its database server and what runs on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database_folder = folder / "postgres"
        self._secret = secrets.token_urlsafe(40)
        self._running: list[Served] = []

    @property
    def address(self) -> embedded_postgres.DatabaseAddress:
        return embedded_postgres.address_of(self.database_folder)

    @property
    def database_pid(self) -> int:
        first_line = (self.database_folder / "postmaster.pid").read_text("ascii").split("\n", 1)[0]
        return int(first_line)

    def url_of(self, database: str, *, superuser: bool = False) -> str:
        role = "postgres" if superuser else embedded_postgres.ROLE
        return self.address.url_of(database, role=role)

    def enter(self, database: str) -> None:
        """Point the settings of this process at one database of the office."""
        os.environ.update(self._environment(database))
        from openmso.project import installation

        installation.load_django()
        from openmso.office.keys.ready import make_missing_keys

        make_missing_keys()

    def copy_database(self, source: str, name: str) -> None:
        """Make `name` an exact copy of `source`, which nobody may be using."""
        with psycopg.connect(self.url_of("postgres", superuser=True), autocommit=True) as server:
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
                    sql.Identifier(name),
                    sql.Identifier(source),
                    sql.Identifier(embedded_postgres.ROLE),
                )
            )

    def serve(self, database: str) -> Served:
        """Start the web server and wait for its first answer."""
        port, began = _free_port(), time.perf_counter()
        words = ("serve", "--port", str(port), "--workers", str(WORKERS), "--threads", str(THREADS))
        served = Served(process=self._start(database, *words), port=port)
        self._running.append(served)
        while not _answers(port):
            if served.process.poll() is not None or time.perf_counter() - began > _PATIENCE_SECONDS:
                raise Refusal(f"The web server did not start:\n{self._last_words(database)}")
            time.sleep(0.01)
        served.first_answer_seconds = time.perf_counter() - began
        return served

    def work(self, database: str) -> Served:
        """Start the job worker."""
        served = Served(process=self._start(database, "work"))
        self._running.append(served)
        return served

    def close(self) -> None:
        """Stop everything that was started here."""
        for served in self._running:
            served.process.send_signal(signal.SIGTERM)
        for served in self._running:
            try:
                served.process.wait(_QUIET_SECONDS)
            except subprocess.TimeoutExpired:
                served.process.kill()
                served.process.wait()
        embedded_postgres.stop(self.database_folder)

    def _start(self, database: str, *words: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{words[0]}-{database}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-c", _OPENMSO, *words],
                env=os.environ | self._environment(database),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C reaches this process, which ends the others
            )

    def _environment(self, database: str) -> dict[str, str]:
        return {
            "DJANGO_SETTINGS_MODULE": "openmso.project.settings.prod",
            "DATABASE_URL": self.url_of(database),
            "SECRET_KEY": self._secret,
            "ALLOWED_HOSTS": HOST,
            "OPENMSO_DATA_DIR": str(self.folder / "files"),
            "OPENMSO_KEY_DIR": str(self.folder / "keys"),
        }

    def _last_words(self, database: str) -> str:
        log = self.folder / f"serve-{database}.log"
        return log.read_text(errors="replace")[-800:]


@contextmanager
def throwaway_office(parent: Path | None = None) -> Iterator[ThrowawayOffice]:
    """Yield an office with its database started; stop and delete everything afterwards."""
    if parent is not None:
        parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="openmso-bench-", dir=parent))
    office = ThrowawayOffice(folder)
    try:
        (folder / "files").mkdir()
        embedded_postgres.start(office.database_folder)
        yield office
    finally:
        office.close()
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as connection:
            connection.sendall(
                f"GET /healthz HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-Proto: https\r\n"
                "Connection: close\r\n\r\n".encode("ascii")
            )
            return connection.recv(64).startswith(b"HTTP/1.1 200")
    except OSError:
        return False
