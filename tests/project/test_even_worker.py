"""New connections go to the worker with less to do."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from types import SimpleNamespace

import pytest
from gunicorn.workers import gthread

from openmso.project import even_worker
from openmso.project.even_worker import EvenWorker, holds_back

Worker = Callable[[int, int], EvenWorker]


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Collect for how long a worker holds back, instead of waiting."""
    waited: list[float] = []
    monkeypatch.setattr(even_worker, "time", SimpleNamespace(sleep=waited.append))
    return waited


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Worker:
    """Make a worker with so many connections, of which so many rest between two pages."""

    def made(connections: int, resting: int) -> EvenWorker:
        one = EvenWorker.__new__(EvenWorker)
        one.nr_conns = connections
        one.keepalived_conns = [None] * resting
        one.pending_conns = []
        one.cfg = None
        one.enqueue_req = lambda taken: taken.close()
        return one

    monkeypatch.setattr(gthread, "TConn", lambda _settings, taken, *_addresses: taken)
    return made


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.setblocking(False)
        yield listening


def test_who_has_nothing_to_do_takes_a_connection_at_once() -> None:
    assert holds_back(0) == 0


def test_who_has_more_to_do_leaves_it_to_the_others_for_longer_but_never_for_long() -> None:
    waits = [holds_back(at_work) for at_work in range(6)]
    assert waits == sorted(set(waits))
    assert holds_back(1000) <= 0.004


def test_connections_that_rest_are_no_work(
    worker: Worker, waits: list[float], listener: socket.socket
) -> None:
    with closing(socket.create_connection(listener.getsockname())):
        one = worker(3, 3)
        one.accept(listener)
    assert waits == [0]
    assert one.nr_conns == 4


def test_what_another_worker_took_meanwhile_is_not_missed(
    worker: Worker, waits: list[float], listener: socket.socket
) -> None:
    one = worker(3, 1)
    one.accept(listener)
    assert waits == [holds_back(2)]
    assert one.nr_conns == 3
