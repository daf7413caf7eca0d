"""Cases offered at an even pace, each living its whole life; and whether the letters keep up."""

import itertools
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

import psycopg

from .lean_http import Connection, NoAnswer
from .life_script import Act, LifeScript
from .load import said
from .measured import Cpu, Measured
from .percentiles import percentile
from .processor_time import ProcessorClock, between

OFFERED_A_SECOND = 5.9
"""Cases a second in the business hours of all US Medicare Advantage together."""

_HANDS = 12
_LONGEST_DRAIN_SECONDS = 15 * 60
_LOOK_EVERY_SECONDS = 1.0
_LETTERS = """
SELECT count(*), count(*) FILTER (WHERE letter.state = 'printed'),
       coalesce(extract(epoch FROM now() - min(letter.ordered_at)
                FILTER (WHERE letter.state <> 'printed')), 0),
       count(*) FILTER (WHERE out_at IS NULL),
       coalesce(extract(epoch FROM max(coalesce(out_at, now()) - letter.ordered_at)), 0),
       count(*) FILTER (WHERE letter.state = 'failed')
FROM letter
LEFT JOIN LATERAL (SELECT min(sent_at) AS out_at FROM dispatch
                   WHERE dispatch.tenant_id = letter.tenant_id AND dispatch.letter_id = letter.id
                     AND dispatch.state = 'sent') AS dispatch ON true
WHERE letter.ordered_at >= %s
"""


@dataclass(slots=True)
class _Tally:
    """What all hands have seen, kept under one lock."""

    waits: dict[str, list[float]] = field(default_factory=dict)
    errors: int = 0
    first_error: str = ""
    finished_at: list[float] = field(default_factory=list)
    late: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def saw(self, act: Act, waited: float, wrong: str) -> None:
        with self.lock:
            self.waits.setdefault(act.kind, []).append(waited)
            if wrong:
                self.errors += 1
                self.first_error = self.first_error or f"{act.kind}: {wrong}"

    def finished(self, *, late: float) -> None:
        with self.lock:
            self.finished_at.append(time.perf_counter())
            self.late = max(self.late, late)


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersOut:
    """How the letters of a span stand. Seconds are counted from the order of a letter."""

    ordered: int
    printed: int
    failed: int
    not_out: int
    oldest_unprinted: float
    slowest_out: float


def live(
    script: LifeScript,
    *,
    port: int,
    seconds: float,
    database_url: str,
    clock: ProcessorClock,
    patience: float = _LONGEST_DRAIN_SECONDS,
) -> Measured:
    """Offer cases for `seconds`, then wait up to `patience` seconds for their last letters."""
    tally, turns = _Tally(), itertools.count()
    with psycopg.connect(database_url, autocommit=True) as connection:
        since = connection.execute("SELECT now()").fetchone()
        before, began = clock.read(), time.perf_counter()
        hands = [
            threading.Thread(
                target=_live, args=(script, port, began, seconds, turns, tally), daemon=True
            )
            for _ in range(_HANDS)
        ]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
        took, cpu = time.perf_counter() - began, between(before, clock.read())
        at_the_end = _letters(connection, since)
        drained = _wait_for_letters(connection, since, patience)
    return _measured(tally, seconds, took, cpu, at_the_end, drained, began)


def _live(
    script: LifeScript,
    port: int,
    began: float,
    seconds: float,
    turns: "itertools.count[int]",
    tally: _Tally,
) -> None:
    connection = Connection(port)
    while True:
        n = next(turns)
        due = began + n / OFFERED_A_SECOND
        if due >= began + seconds:
            break
        time.sleep(max(0.0, due - time.perf_counter()))
        late = time.perf_counter() - due
        if _one_life(script, connection, n, tally):
            tally.finished(late=late)
    connection.close()


def _one_life(script: LifeScript, connection: Connection, n: int, tally: _Tally) -> bool:
    """Live one case to its end; False when a step went wrong, which ends it early."""
    first = script.create(n)
    acts = itertools.chain([first])
    while (act := next(acts, None)) is not None:
        began, wrong, answer = time.perf_counter(), "", None
        try:
            answer = connection.ask(act.ask)
        except NoAnswer as problem:
            wrong = f"no answer: {problem}"
        waited = time.perf_counter() - began
        if answer is not None and not act.good(answer):
            wrong = said(answer)
        tally.saw(act, waited, wrong)
        if wrong:
            return False
        if act is first and answer is not None:
            acts = itertools.chain(script.after_create(answer, n))
    return True


def _letters(connection: psycopg.Connection, since: object) -> LettersOut:
    row = connection.execute(_LETTERS, since if isinstance(since, tuple) else (since,)).fetchone()
    if row is None:
        raise LookupError("the database did not count the letters")
    ordered, printed, oldest, not_out, slowest, failed = row
    return LettersOut(
        ordered=ordered,
        printed=printed,
        failed=failed,
        not_out=not_out,
        oldest_unprinted=float(oldest),
        slowest_out=float(slowest),
    )


def _wait_for_letters(
    connection: psycopg.Connection, since: object, patience: float
) -> tuple[LettersOut, float]:
    began = time.perf_counter()
    while True:
        found = _letters(connection, since)
        waited = time.perf_counter() - began
        if not found.not_out or waited > patience:
            return found, waited
        time.sleep(_LOOK_EVERY_SECONDS)


def _measured(
    tally: _Tally,
    offered_for: float,
    took: float,
    cpu: Cpu,
    at_the_end: LettersOut,
    drained: tuple[LettersOut, float],
    began: float,
) -> Measured:
    letters, drained_in = drained
    cases = len(tally.finished_at)
    span = max(offered_for, max(tally.finished_at, default=began) - began - 1 / OFFERED_A_SECOND)
    return Measured(
        step="life_of_a_case",
        clients=_HANDS,
        seconds=took,
        waits=tuple(itertools.chain.from_iterable(tally.waits.values())),
        errors=tally.errors,
        first_error=tally.first_error,
        cpu=cpu,
        note={
            "cases_offered_per_second": OFFERED_A_SECOND,
            "cases_per_second": round(cases / span, 2),
            "cases": cases,
            "latest_start_seconds": round(tally.late, 2),
            "cpu_ms_per_case": round(cpu.ours * 1000 / cases, 1) if cases else None,
            "requests_by_kind": dict(Counter({k: len(v) for k, v in tally.waits.items()})),
            "p95_ms_by_kind": {
                kind: round(percentile(sorted(waits), 0.95) * 1000, 1)
                for kind, waits in tally.waits.items()
            },
            "letters_ordered": letters.ordered,
            "letters_printed_at_the_end": at_the_end.printed,
            "oldest_unprinted_seconds": round(at_the_end.oldest_unprinted, 1),
            "letters_not_out": letters.not_out,
            "letters_failed": letters.failed,
            "drained_in_seconds": round(drained_in, 1),
            "slowest_letter_seconds": round(letters.slowest_out, 1),
        },
    )
