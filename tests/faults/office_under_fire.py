"""A whole office to shoot at: its own durable database, its own web server, clients that insist.

The web server runs as `openmso serve` does, under the settings of a real office.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import environ
from django.conf import settings
from django.db import connections

from database import seeing_every_office, write_migrated_tables
from openmso.project import embedded_postgres
from openmso.project.bench.lean_http import Connection
from openmso.project.bench.throwaway_office import HOST

_SERVE = "from openmso.project.commands import main; raise SystemExit(main())"
_PATIENCE_SECONDS = 40


@dataclass(slots=True)
class OfficeUnderFire:
    """The folder with everything, and the web server's process."""

    folder: Path
    port: int
    server: "subprocess.Popen[bytes]"
    chance: Random

    @property
    def database_folder(self) -> Path:
        return self.folder / "postgres"

    def left_in_passing(self) -> list[str]:
        """Return the names of the files that the web server has left in its temporary folder."""
        return [file.name for file in _in_passing(self.folder).iterdir()]

    def kill_a_web_worker(self) -> int:
        """SIGKILL one worker of the web server; returns its process id."""
        worker = self.chance.choice(_wait_for_children(self.server.pid, 2))
        os.kill(worker, signal.SIGKILL)
        return worker

    def kill_the_database(self) -> None:
        """SIGKILL the database server and everything it had started."""
        first_line = (self.database_folder / "postmaster.pid").read_text("ascii").split("\n", 1)[0]
        for process in (int(first_line), *_children(int(first_line))):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue

    def start_the_database(self) -> None:
        embedded_postgres.start(self.database_folder)

    def answers(self) -> bool:
        """Tell whether the web server is there."""
        try:
            head = f"Host: {HOST}\r\nX-Forwarded-Proto: https\r\n"
            request = f"GET /healthz HTTP/1.1\r\n{head}Connection: close\r\n\r\n"
            return Connection(self.port).ask(request.encode("ascii")).status == 200
        except OSError:
            return False


@contextmanager
def office_under_fire(folder: Path) -> Iterator[OfficeUnderFire]:
    """Yield an office with migrated tables, Django connected to it; everything ends with it."""
    before = dict(connections["default"].settings_dict)
    address = embedded_postgres.start(folder / "postgres")
    server = None
    try:
        connections.close_all()
        here = seeing_every_office(environ.Env.db_url_config(address.url))
        connections["default"].settings_dict.update(here)
        write_migrated_tables(address.url)
        (folder / "files").mkdir()
        _in_passing(folder).mkdir()
        port = _free_port()
        server = _serve(folder, address.url, port)
        office = OfficeUnderFire(folder, port, server, Random(2026))
        _wait_until_open(office)
        yield office
    finally:
        connections.close_all()
        connections["default"].settings_dict.update(before)
        if server is not None:
            server.send_signal(signal.SIGTERM)
            server.wait(_PATIENCE_SECONDS)
        embedded_postgres.stop(folder / "postgres")


def _in_passing(folder: Path) -> Path:
    return folder / "in-passing"


def _serve(folder: Path, database_url: str, port: int) -> "subprocess.Popen[bytes]":
    surroundings = {
        "DJANGO_SETTINGS_MODULE": "openmso.project.settings.prod",
        "DATABASE_URL": database_url,
        "SECRET_KEY": settings.SECRET_KEY,  # so that a session made here is one there
        "ALLOWED_HOSTS": HOST,
        "OPENMSO_DATA_DIR": str(folder / "files"),
        "OPENMSO_KEY_DIR": str(settings.KEY_DIR),
        "TMPDIR": str(_in_passing(folder)),
    }
    with (folder / "serve.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-c", _SERVE, "serve", "--port", str(port)],
            env=os.environ | surroundings,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _wait_until_open(office: OfficeUnderFire) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not office.answers():
        if office.server.poll() is not None or time.monotonic() > deadline:
            words = (office.folder / "serve.log").read_text(errors="replace")[-2000:]
            raise AssertionError(f"the web server does not answer:\n{words}")
        time.sleep(0.05)


def _wait_for_children(parent: int, number: int) -> list[int]:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while len(found := _children(parent)) < number:
        if time.monotonic() > deadline:
            raise AssertionError(f"process {parent} never had {number} children again")
        time.sleep(0.01)
    return found


def _children(parent: int) -> list[int]:
    text = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii")
    return [int(child) for child in text.split() if not _is_dead(int(child))]


def _is_dead(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text("ascii")
    except OSError:
        return True
    return status.rpartition(")")[2].split()[0] == "Z"


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
