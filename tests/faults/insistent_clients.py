"""Practices that send requests over HTTP and send the same form again until they are answered."""

import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread

from openmso.project.bench.lean_http import Connection

Form = Callable[[str, int], bytes]
_SENT = re.compile(r"/practice/requests/([0-9a-f-]{36})/sent/$")
_PAUSE_SECONDS = 0.05
_PATIENCE_SECONDS = 30.0


@dataclass(slots=True)
class InsistentClient:
    """One client: `form(key, n)` gives the bytes of its n-th request under its own key.

    `acknowledged` holds the case's id by key, `tries` how often a form was sent again, `answers`
    what came instead of a case, `silence` the longest time without an answer, in seconds.
    """

    name: str
    port: int
    form: Form
    acknowledged: dict[str, str] = field(default_factory=dict)
    tries: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    silence: float = 0.0
    given_up: str = ""

    def work(self, stop: Event) -> None:
        connection, n = Connection(self.port), 0
        while not stop.is_set() and not self.given_up:
            self._insist(connection, f"{self.name}-{n:06d}-under-fire", n)
            n += 1
        connection.close()

    def _insist(self, connection: Connection, key: str, n: int) -> None:
        request, began = self.form(key, n), time.monotonic()
        while not self._acknowledged(connection, request, key):
            self.tries += 1
            if time.monotonic() - began > _PATIENCE_SECONDS:
                self.given_up = f"{key}: no case after {_PATIENCE_SECONDS:.0f} s; {self.answers}"
                return
            time.sleep(_PAUSE_SECONDS)
        self.silence = max(self.silence, time.monotonic() - began)

    def _acknowledged(self, connection: Connection, request: bytes, key: str) -> bool:
        try:
            answer = connection.ask(request)
        except OSError:
            self.answers["nothing"] += 1
            return False
        sent = _SENT.search(answer.location)
        if sent is None:
            self.answers[f"{answer.status} {answer.location}"] += 1
            return False
        self.acknowledged[key] = sent[1]
        return True


class Clients:
    """Several clients at work at once; `stop()` waits for their last answer."""

    def __init__(self, port: int, form: Form, *, number: int) -> None:
        self.all = [InsistentClient(f"client-{n}", port, form) for n in range(number)]
        self._stop = Event()
        self._threads = [Thread(target=one.work, args=(self._stop,)) for one in self.all]
        for thread in self._threads:
            thread.start()

    @property
    def acknowledged(self) -> dict[str, str]:
        return {key: case for one in self.all for key, case in one.acknowledged.items()}

    @property
    def count(self) -> int:
        return sum(len(one.acknowledged) for one in self.all)

    @property
    def answers(self) -> Counter[str]:
        return sum((one.answers for one in self.all), Counter())

    def wait_for_more(self, number: int) -> float:
        """Wait until `number` more requests are acknowledged; returns the seconds it took."""
        began, wanted = time.monotonic(), self.count + number
        while self.count < wanted:
            given_up = [one.given_up for one in self.all if one.given_up]
            if given_up or time.monotonic() - began > _PATIENCE_SECONDS:
                raise AssertionError(f"nothing is acknowledged any more: {given_up} {self.answers}")
            time.sleep(0.01)
        return time.monotonic() - began

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()
