"""One measurement and the JSON line it is printed as."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .percentiles import percentile


@dataclass(frozen=True, slots=True, kw_only=True)
class Cpu:
    """Processor seconds of a span, by who used them. `neighbours` are all other programs."""

    web: float = 0.0
    database: float = 0.0
    jobs: float = 0.0
    generator: float = 0.0
    neighbours: float = 0.0

    def __add__(self, other: "Cpu") -> "Cpu":
        return Cpu(
            web=self.web + other.web,
            database=self.database + other.database,
            jobs=self.jobs + other.jobs,
            generator=self.generator + other.generator,
            neighbours=self.neighbours + other.neighbours,
        )

    @property
    def ours(self) -> float:
        """What the product used: web, database and jobs."""
        return self.web + self.database + self.jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one step did at one number of clients; waits are in seconds, `cpu` for the whole span.

    `errors` are answers that were not what the step asked for; they count as requests, and
    `first_error` says what came instead.
    """

    step: str
    clients: int
    seconds: float
    waits: tuple[float, ...]
    errors: int = 0
    first_error: str = ""
    cpu: Cpu = field(default_factory=Cpu)
    note: Mapping[str, Any] = field(default_factory=dict)

    @property
    def requests(self) -> int:
        return len(self.waits)

    @property
    def per_second(self) -> float:
        """Good answers a second."""
        return (self.requests - self.errors) / self.seconds if self.seconds else 0.0

    @property
    def p50_ms(self) -> float:
        return percentile(sorted(self.waits), 0.50) * 1000

    @property
    def p95_ms(self) -> float:
        return percentile(sorted(self.waits), 0.95) * 1000

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of web and database for one request; what jobs do later is not in it."""
        return self._each(self.cpu.web + self.cpu.database)

    def _each(self, seconds: float) -> float:
        return seconds * 1000 / self.requests if self.requests else 0.0

    def line(self, limits: Mapping[str, "Measured"] | None = None) -> dict[str, Any]:
        """Return the JSON object; `limits` are the machine's own rates to be read beside it."""
        found: dict[str, Any] = {
            "step": self.step,
            "clients": self.clients,
            "seconds": round(self.seconds, 1),
            "requests": self.requests,
            "errors": self.errors,
            "per_second": round(self.per_second, 1),
            "p50_ms": round(self.p50_ms, 2),
            "p95_ms": round(self.p95_ms, 2),
            "cpu_ms_per_request": {
                "request": round(self.cpu_ms, 2),
                "web": round(self._each(self.cpu.web), 2),
                "database": round(self._each(self.cpu.database), 2),
                "jobs": round(self._each(self.cpu.jobs), 2),
            },
            "generator_cpu_ms": round(self._each(self.cpu.generator), 3),
            "neighbours_cores": round(
                self.cpu.neighbours / self.seconds if self.seconds else 0.0, 2
            ),
            **self.note,
        }
        if self.first_error:
            found["first_error"] = self.first_error
        if limits:
            found["limit"] = {name: round(each.per_second, 1) for name, each in limits.items()}
            found["ratio"] = ratio(self, limits)
            found["cpu_in_hello_pages"] = cpu_in_hello_pages(self, limits)
        return found


def ratio(measured: Measured, limits: Mapping[str, Measured]) -> float:
    """Return which share of the lowest of these limits was reached."""
    lowest = min((each.per_second for each in limits.values()), default=0.0)
    return round(measured.per_second / lowest, 3) if lowest else 0.0


def cpu_in_hello_pages(measured: Measured, limits: Mapping[str, Measured]) -> float | None:
    """Return the processor time of a request in units of the plainest page of the same run.

    On a busy machine all processor times grow alike, so this figure hardly moves.
    """
    hello = limits.get("hello_page")
    return round(measured.cpu_ms / hello.cpu_ms, 1) if hello and hello.cpu_ms else None


def together(first: Measured, *others: Measured) -> Measured:
    """Join slices of the same step at the same number of clients into one measurement."""
    parts = (first, *others)
    cpu = Cpu()
    for part in parts:
        cpu += part.cpu
    return Measured(
        step=first.step,
        clients=first.clients,
        seconds=sum(part.seconds for part in parts),
        waits=tuple(wait for part in parts for wait in part.waits),
        errors=sum(part.errors for part in parts),
        first_error=next((part.first_error for part in parts if part.first_error), ""),
        cpu=cpu,
        note=first.note,
    )


def as_json(line: Mapping[str, Any]) -> str:
    """Write one line; text in other scripts stays readable."""
    return json.dumps(line, ensure_ascii=False)
