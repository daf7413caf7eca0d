"""The steps of a run, each measured at several numbers of clients."""

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from . import bare_limits, in_process, life_of_cases
from .hospital_asks import was_asked
from .lean_http import Answer
from .life_script import LifeScript, case, status_of
from .load import Ask, Check, Plan, drive, is_page
from .measured import Measured, together
from .model_case import copied_case_id
from .practice_asks import was_found, was_received
from .prepared import Prepared
from .wanted import Wanted
from .worklist_asks import is_full_page

Line = dict[str, Any]
Limits = Mapping[str, Measured]
_SLICES = 8
_REST_SECONDS = 1.0


class Run:
    """One run over a prepared office: measures a step and yields its lines."""

    def __init__(self, prepared: Prepared, wanted: Wanted) -> None:
        self._prepared, self._wanted = prepared, wanted
        self._limits: dict[tuple[str, int], Measured] = {}

    def lines_of(self, step: str) -> Iterator[Line]:
        """Measure one step by its name (`wanted.STEP_NAMES`)."""
        measure: Callable[[], Iterator[Line]] = getattr(self, step)
        return measure()

    def durable_commits(self) -> Iterator[Line]:
        url, clock = self._prepared.database_url, self._prepared.clock()
        for clients in self._wanted.clients:
            seconds = self._wanted.seconds_at(clients)
            done = bare_limits.durable_commits(url, clients=clients, seconds=seconds, clock=clock)
            self._limits["durable_commits", clients] = done
            yield done.line()

    def hello_page(self) -> Iterator[Line]:
        port, clock = self._prepared.large.port, self._prepared.clock()
        for clients in self._wanted.clients:
            seconds = self._wanted.seconds_at(clients)
            done = bare_limits.hello_page(port, clients=clients, seconds=seconds, clock=clock)
            self._limits["hello_page", clients] = done
            yield done.line()

    def create(self) -> Iterator[Line]:
        asks = self._prepared.practice
        yield from self._pages("create", asks.create, was_received, writes=True)

    def eligibility(self) -> Iterator[Line]:
        asks = self._prepared.practice
        yield from self._pages("eligibility", asks.eligibility, was_found, writes=True)

    def code_search(self) -> Iterator[Line]:
        yield from self._pages("code_search", self._prepared.practice.code_search, is_page)

    def status_poll(self) -> Iterator[Line]:
        yield from self._pages("status_poll", self._poll, is_page)

    def case_page(self) -> Iterator[Line]:
        yield from self._pages("case_page", self._case, is_page)

    def hospital(self) -> Iterator[Line]:
        """The page of a hospital at night: its form, sending it, and looking again."""
        asks = self._prepared.hospital
        yield from self._pages("hospital_form", asks.form, is_page)
        yield from self._pages("hospital_send", asks.send, was_asked, writes=True)
        yield from self._pages("hospital_status", asks.status, is_page)

    def decision_search(self) -> Iterator[Line]:
        """Everybody's search in the decisions of independent reviewers."""
        yield from self._pages("decision_search", self._prepared.decisions.search, is_page)

    def worklist(self) -> Iterator[Line]:
        """Both lists in turn, slice by slice, so that a change of the machine meets both."""
        for clients in self._wanted.clients:
            small, large = self._both_lists(clients)
            limits = self._beside(clients, writes=False)
            yield small.line(limits)
            yield large.line(limits)
            yield _ratio_of_lists(small, large)

    def rulebook(self) -> Iterator[Line]:
        yield in_process.rulebook_answers(seconds=self._wanted.seconds).line()
        yield in_process.due_times(seconds=self._wanted.seconds).line()
        yield in_process.rulebook_loads(seconds=self._wanted.seconds).line()

    def letter(self) -> Iterator[Line]:
        yield in_process.letters(seconds=self._wanted.seconds).line()

    def life(self) -> Iterator[Line]:
        ready = self._prepared
        script = LifeScript(
            practice=ready.practice, nurse=ready.lists.nurses[0], physician=ready.physician
        )
        yield life_of_cases.live(
            script,
            port=ready.large.port,
            seconds=self._wanted.life_seconds,
            database_url=ready.database_url,
            clock=ready.clock(),
            patience=self._wanted.letter_patience_seconds,
        ).line()

    def start(self) -> Iterator[Line]:
        """What was seen while everything else ran: the way up, and the memory after all of it."""
        memory = self._prepared.worker_memory_mb()
        yield {
            "step": "start",
            "first_answer_seconds": round(self._prepared.large.first_answer_seconds, 2),
            "worker_memory_mb": round(memory["resident"], 1),
            "worker_memory_fair_share_mb": round(memory["fair_share"], 1),
        }

    def _poll(self, client: int, n: int) -> bytes:
        place = (client * 37 + n) % len(self._prepared.practice.visits)
        visit = self._prepared.practice.visits[place]
        return visit.browser.get(status_of(copied_case_id(place)))

    def _case(self, client: int, n: int) -> bytes:
        nurses = self._prepared.lists.nurses
        place = (client * 1_009 + n) % self._prepared.sizes.small
        return nurses[client % len(nurses)].get(case(copied_case_id(place)))

    def _pages(
        self, step: str, ask: Ask, good: Callable[[Answer], bool], *, writes: bool = False
    ) -> Iterator[Line]:
        plan = Plan(step=step, port=self._prepared.large.port, ask=ask, good=good)
        for clients in self._wanted.clients:
            seconds = self._wanted.seconds_at(clients)
            done = drive(plan, clients=clients, seconds=seconds, clock=self._prepared.clock())
            yield done.line(self._beside(clients, writes=writes))
            time.sleep(min(_REST_SECONDS, seconds))

    def _both_lists(self, clients: int) -> tuple[Measured, Measured]:
        ready = self._prepared
        seconds = self._wanted.seconds_at(clients) / _SLICES
        slices: dict[str, list[Measured]] = {"worklist_small": [], "worklist_large": []}
        for _ in range(_SLICES):
            for step, served in (("worklist_small", ready.small), ("worklist_large", ready.large)):
                good: Check = is_full_page
                plan = Plan(step=step, port=served.port, ask=ready.lists.page, good=good)
                clock = ready.clock(served)
                slices[step].append(drive(plan, clients=clients, seconds=seconds, clock=clock))
        return together(*slices["worklist_small"]), together(*slices["worklist_large"])

    def _beside(self, clients: int, *, writes: bool) -> Limits:
        """Return the machine's own rates at this number of clients, as far as they were measured.

        A page that commits is also bound by the commits.
        """
        names = ("hello_page", "durable_commits") if writes else ("hello_page",)
        return {name: limit for name in names if (limit := self._limits.get((name, clients)))}


def _ratio_of_lists(small: Measured, large: Measured) -> Line:
    return {
        "step": "worklist_ratio",
        "clients": large.clients,
        "p95_large_to_small": round(large.p95_ms / small.p95_ms, 3) if small.p95_ms else None,
        "p50_large_to_small": round(large.p50_ms / small.p50_ms, 3) if small.p50_ms else None,
        "cpu_large_to_small": round(large.cpu_ms / small.cpu_ms, 3) if small.cpu_ms else None,
    }
