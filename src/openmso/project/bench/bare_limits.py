"""What the machine itself can do: durable commits of one row, and the plainest page."""

import threading
import time
from uuid import uuid4

import psycopg
from django.urls import reverse

from .browser import nobody
from .load import Plan, drive
from .measured import Measured
from .processor_time import ProcessorClock, between

_TABLE = "CREATE TABLE IF NOT EXISTS bench_row (id uuid PRIMARY KEY, words text, at timestamptz)"
_ROW = "INSERT INTO bench_row VALUES (%s, %s, now())"
_WORDS = "as long as a line on a timeline is, more or less, with its names and its details" * 3


def durable_commits(url: str, *, clients: int, seconds: float, clock: ProcessorClock) -> Measured:
    """Insert and commit one row after the other; each commit waits until the disk has it."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_TABLE)
    waits: list[list[float]] = [[] for _ in range(clients)]
    before, began = clock.read(), time.perf_counter()
    until = began + seconds
    threads = [
        threading.Thread(target=_insert, args=(url, until, waits[number]), daemon=True)
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Measured(
        step="durable_commits",
        clients=clients,
        seconds=time.perf_counter() - began,
        waits=tuple(wait for mine in waits for wait in mine),
        cpu=between(before, clock.read()),
    )


def _insert(url: str, until: float, waits: list[float]) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        while (began := time.perf_counter()) < until:
            connection.execute(_ROW, [uuid4(), _WORDS], prepare=True)
            waits.append(time.perf_counter() - began)


def hello_page(port: int, *, clients: int, seconds: float, clock: ProcessorClock) -> Measured:
    """Ask for the server's pulse: the whole web stack, no query, no page to draw."""
    request = nobody().get(reverse("public:health"))
    plan = Plan(step="hello_page", port=port, ask=lambda _client, _n: request)
    return drive(plan, clients=clients, seconds=seconds, clock=clock)
