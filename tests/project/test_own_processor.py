"""Each worker keeps to a processor of its own, where that is fair to all."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException

import pytest

from openmso.project.own_processor import keep_to, own_processor

PROGRAM = """
import os, sys
from openmso.project import web_server

os.sched_setaffinity(0, map(int, sys.argv[2].split(",")))

def where_i_run(_environ, start_response):
    words = " ".join(map(str, [os.getpid(), *sorted(os.sched_getaffinity(0))])).encode()
    start_response("200 OK", [("Content-Length", str(len(words))), ("Connection", "close")])
    return [words]

web_server._Server.load = lambda _self: where_i_run
web_server.serve("127.0.0.1", int(sys.argv[1]), workers=int(sys.argv[3]), threads=1, quiet=True)
"""
PATIENCE_SECONDS = 20
needs_linux = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity"), reason="only Linux tells which processors are ours"
)


def test_workers_are_spread_over_the_processors() -> None:
    taken: list[int | None] = []
    for _worker in range(6):
        taken.append(own_processor(6, {3, 5, 7}, taken))
    assert taken == [3, 5, 7, 3, 5, 7]


def test_who_comes_for_a_worker_that_died_takes_its_place() -> None:
    assert own_processor(4, {0, 1}, [0, 1, 1]) == 0
    assert own_processor(4, {0, 1}, [0, 0, 1]) == 1


@pytest.mark.parametrize("workers", [1, 2, 3, 5, 6])
def test_where_some_processors_would_get_more_workers_the_system_chooses(workers: int) -> None:
    assert own_processor(workers, {0, 1, 2, 3}, []) is None


def test_where_nobody_tells_of_processors_the_system_chooses() -> None:
    assert own_processor(2, (), []) is None


@needs_linux
def test_a_processor_that_is_not_ours_is_refused_and_the_worker_lives() -> None:
    before = os.sched_getaffinity(0)
    keep_to(None)
    keep_to(1023)
    assert os.sched_getaffinity(0) == before


@pytest.fixture
def processors() -> list[int]:
    """Two processors at most, however many this machine has."""
    return sorted(os.sched_getaffinity(0))[:2]


@pytest.fixture
def server(processors: list[int]) -> Iterator[int]:
    """Serve with as many workers as processors; give the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    told = [str(port), ",".join(map(str, processors)), str(len(processors))]
    serving = subprocess.Popen([sys.executable, "-c", PROGRAM, *told])
    yield port
    serving.terminate()
    assert serving.wait(timeout=PATIENCE_SECONDS) == 0


@needs_linux
def test_a_server_with_a_worker_for_each_processor_keeps_them_apart(
    server: int, processors: list[int]
) -> None:
    first = workers_of(server, len(processors))
    assert sorted(first.values()) == [[one] for one in processors]

    died = next(iter(first))
    os.kill(died, signal.SIGKILL)
    then = workers_of(server, len(processors), without=died)
    assert sorted(then.values()) == sorted(first.values())


def workers_of(port: int, number: int, without: int = 0) -> dict[int, list[int]]:
    """Ask until so many workers have told on which processors they may run."""
    told: dict[int, list[int]] = {}
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(told) < number and time.monotonic() < deadline:
        pid, *processors = asked(port)
        if pid and pid != without:
            told[pid] = processors
    return told


def asked(port: int) -> list[int]:
    line = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/")
        return [int(word) for word in line.getresponse().read().split()]
    except (OSError, HTTPException):
        time.sleep(0.05)  # it is not up yet, or the worker asked has just died
        return [0]
    finally:
        line.close()
