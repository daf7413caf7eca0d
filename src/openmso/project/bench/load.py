"""Clients that ask one after the other, as fast as they are answered, for a given time."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from .lean_http import Answer, Connection, NoAnswer
from .measured import Cpu, Measured
from .processor_time import ProcessorClock, between

Ask = Callable[[int, int], bytes]
Check = Callable[[Answer], bool]
_LONGEST_WARM_UP_SECONDS = 2.0
_LONGEST_ERROR = 160


def is_page(answer: Answer) -> bool:
    """Tell whether a page came."""
    return answer.status == 200


def went_on(answer: Answer) -> bool:
    """Tell whether a form was accepted: the answer leads on, and not to the sign-in page."""
    return answer.status in {302, 303} and "/account/" not in answer.location


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the clients ask: `ask(client, n)` gives the bytes of a client's n-th request."""

    step: str
    port: int
    ask: Ask
    good: Check = is_page


class _Client(threading.Thread):
    def __init__(self, plan: Plan, number: int, first: int, until: float) -> None:
        super().__init__(daemon=True)
        self._plan, self._number, self._until = plan, number, until
        self.asked = first
        self.waits: list[float] = []
        self.errors = 0
        self.first_error = ""

    def run(self) -> None:
        connection = Connection(self._plan.port)
        while (began := time.perf_counter()) < self._until:
            request = self._plan.ask(self._number, self.asked)
            self.asked += 1
            wrong = _wrong(self._plan, connection, request)
            self.waits.append(time.perf_counter() - began)
            if wrong:
                self.errors += 1
                self.first_error = self.first_error or wrong
        connection.close()


def _wrong(plan: Plan, connection: Connection, request: bytes) -> str:
    try:
        answer = connection.ask(request)
    except NoAnswer as problem:
        return f"no answer: {problem}"
    return "" if plan.good(answer) else said(answer)


def said(answer: Answer) -> str:
    """Say in a few words what came instead of what was asked for."""
    came = answer.location or answer.body[:_LONGEST_ERROR].decode(errors="replace")
    return f"{answer.status} {came}"


def drive(plan: Plan, *, clients: int, seconds: float, clock: ProcessorClock) -> Measured:
    """Let `clients` ask for `seconds` after a short warm-up that is not counted."""
    warm_up = min(_LONGEST_WARM_UP_SECONDS, seconds / 4)
    warmed = _run(plan, [0] * clients, warm_up)
    before, began = clock.read(), time.perf_counter()
    done = _run(plan, [client.asked for client in warmed], seconds)
    took, cpu = time.perf_counter() - began, between(before, clock.read())
    return _measured(plan.step, done, took, cpu)


def _run(plan: Plan, firsts: list[int], seconds: float) -> list[_Client]:
    until = time.perf_counter() + seconds
    clients = [_Client(plan, number, first, until) for number, first in enumerate(firsts)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return clients


def _measured(step: str, clients: list[_Client], took: float, cpu: Cpu) -> Measured:
    return Measured(
        step=step,
        clients=len(clients),
        seconds=took,
        waits=tuple(wait for client in clients for wait in client.waits),
        errors=sum(client.errors for client in clients),
        first_error=next((client.first_error for client in clients if client.first_error), ""),
        cpu=cpu,
    )
