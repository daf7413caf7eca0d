"""Runs a demo office: database, tables, invented people, web, jobs, under one parent."""

import signal
import socket
import sys
import time
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from openmso.project import embedded_postgres, installation, processes, schema
from openmso.project.demo_folder import DemoFolder
from openmso.project.progress import ProgressLines
from openmso.project.refusal import Refusal

_HOST = "127.0.0.1"
_FIRST_PAGE_SECONDS = 60


def run(folder: DemoFolder, *, port: int, members: int, fresh: bool) -> None:
    """Run the office in `folder` on `port` until Ctrl-C; build it first where it is new.

    `fresh` deletes the folder's former office. Raises `Refusal`.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to stop: as by Ctrl-C
    with folder.held():
        _refuse_taken_port(port)
        if fresh:
            embedded_postgres.stop(folder.database_folder)
            folder.remove()
        folder.prepare()
        folder.remember(port=port)
        try:
            _start_database_and_load(folder)
            _bring_up_to_date(folder, members)
            _serve(folder, port)
        finally:
            embedded_postgres.stop(folder.database_folder)


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((_HOST, port))
        except PermissionError:
            raise Refusal(f"Port {port} needs more rights. Choose one above 1023.") from None
        except OSError:
            raise Refusal(
                f"Port {port} is in use by another program. Choose another one, for example "
                f"`openmso demo --port {port + 1}`."
            ) from None


def _start_database_and_load(folder: DemoFolder) -> None:
    """Start the database while the product loads; each takes about a second."""
    if not embedded_postgres.is_running(folder.database_folder):
        _say("Starting the office ...")
    failures: list[embedded_postgres.CannotStart] = []

    def start() -> None:
        try:
            embedded_postgres.start(folder.database_folder)
        except embedded_postgres.CannotStart as failure:
            failures.append(failure)

    starting = Thread(target=start)
    starting.start()
    installation.use_demo(folder)
    installation.load_django()
    from openmso.office.keys.ready import make_missing_keys
    from openmso.project import web_server

    make_missing_keys()
    web_server.check()
    starting.join()
    if failures:
        raise failures[0]


def _bring_up_to_date(folder: DemoFolder, members: int) -> None:
    """Migrate and build in a child, so that this process stays small and without threads."""
    facts = folder.facts()
    if facts.get("schema") == schema.fingerprint() and facts.get("built"):
        if facts.get("members") != members:
            _say(f"This office has {facts.get('members'):,} members; --fresh makes a new one.")
        return
    if processes.in_a_child(lambda: _migrate_and_build(folder, members)) != 0:
        raise Refusal("The demo office could not be built; what went wrong stands above.")


def _migrate_and_build(folder: DemoFolder, members: int) -> None:
    if folder.facts().get("building"):
        _say("An office was left half built; starting over.")
        embedded_postgres.empty(folder.database_folder)
        folder.remember(schema="", building=False)
    progress = ProgressLines()
    if folder.facts().get("schema") != schema.fingerprint():
        progress("making the tables")
        schema.migrate(verbosity=0)
        folder.remember(schema=schema.fingerprint())
    if not folder.facts().get("built"):
        from openmso.office import clock
        from openmso.project.demo.build import build_office

        folder.remember(building=True)
        build_office(members=members, at=clock.now(), progress=progress)
        folder.remember(building=False, built=True, members=members)


def _serve(folder: DemoFolder, port: int) -> None:
    from openmso.project import job_worker, web_server

    def web() -> None:
        web_server.serve(_HOST, port, workers=2, threads=4, quiet=True)

    def jobs() -> None:
        job_worker.work(threads=2)

    def keep_database() -> None:
        if not embedded_postgres.is_running(folder.database_folder):
            _say("The database stopped; it starts again.")
            embedded_postgres.start(folder.database_folder)

    group = processes.ProcessGroup(
        [processes.Child("The web server", web), processes.Child("The job worker", jobs)],
        each_second=keep_database,
    )

    def greet() -> None:
        if _first_page_came(port, group):
            _say(f"\nOpenMSO is open at http://{_HOST}:{port}/\n")
            _say(_sign_ins(folder))
            _say("Stop it with Ctrl-C.")

    group.run(when_started=greet)
    _say("The office is closed.")


def _first_page_came(port: int, group: processes.ProcessGroup) -> bool:
    deadline = time.monotonic() + _FIRST_PAGE_SECONDS
    while not group.is_stopping():
        try:
            with urlopen(f"http://{_HOST}:{port}/", timeout=30):
                return True
        except HTTPError:
            return True
        except (URLError, OSError):
            if time.monotonic() > deadline:
                raise Refusal("The web server does not answer; its words stand above.") from None
            group.tend()
            time.sleep(0.05)
    return False


def _sign_ins(folder: DemoFolder) -> str:
    """The table of who can sign in, made once by a child: the parent keeps no connection."""
    file = folder.path / "sign-ins.txt"
    if not file.exists():

        def write() -> None:
            from openmso.project.demo.sign_ins import sign_in_table

            file.write_text(sign_in_table(), encoding="utf-8")

        processes.in_a_child(write)
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
