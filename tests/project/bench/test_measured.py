"""One measurement as a JSON line, beside the machine's own limits."""

import json

import pytest

from openmso.project.bench.measured import Cpu, Measured, as_json, ratio, together

KEYS = {
    *("step", "clients", "seconds", "requests", "errors", "per_second", "p50_ms", "p95_ms"),
    *("cpu_ms_per_request", "generator_cpu_ms", "neighbours_cores", "limit", "ratio"),
    "cpu_in_hello_pages",
}


def measured(step: str = "create", *, rate: int = 100, errors: int = 0, **cpu: float) -> Measured:
    """Ten seconds at this rate; every request waited 20 ms, one in ten 200 ms."""
    waits = tuple(0.2 if n % 10 == 0 else 0.02 for n in range(rate * 10))
    return Measured(step=step, clients=8, seconds=10.0, waits=waits, errors=errors, cpu=Cpu(**cpu))


def test_a_line_has_every_figure_that_is_read_from_it() -> None:
    done = measured(web=6.0, database=2.0, jobs=1.0, generator=0.5, neighbours=10.0)
    limits = {"hello_page": measured("hello_page", rate=400, web=3.2)}

    line = json.loads(as_json(done.line(limits)))

    assert set(line) == KEYS
    assert line["requests"] == 1000
    assert line["per_second"] == 100.0
    assert line["p50_ms"] == 20.0
    assert line["p95_ms"] == 200.0
    assert line["cpu_ms_per_request"] == {
        "request": 8.0,
        "web": 6.0,
        "database": 2.0,
        "jobs": 1.0,
    }
    assert line["generator_cpu_ms"] == 0.5
    assert line["neighbours_cores"] == 1.0
    assert line["limit"] == {"hello_page": 400.0}
    assert line["ratio"] == 0.25
    assert line["cpu_in_hello_pages"] == 10.0


def test_the_ratio_is_taken_to_the_lowest_limit() -> None:
    limits = {
        "hello_page": measured("hello_page", rate=1000),
        "durable_commits": measured("durable_commits", rate=250),
    }

    assert ratio(measured(rate=50), limits) == 0.2
    assert ratio(measured(rate=50), {}) == 0.0


def test_a_wrong_answer_is_a_request_but_not_a_good_one() -> None:
    done = measured(errors=250)

    line = done.line()

    assert line["requests"] == 1000
    assert line["errors"] == 250
    assert line["per_second"] == 75.0
    assert "limit" not in line


def test_slices_of_one_step_add_up() -> None:
    first, second = measured(rate=100, web=1.0, errors=3), measured(rate=300, web=2.0)

    whole = together(first, second)

    assert whole.seconds == 20.0
    assert whole.requests == 4000
    assert whole.errors == 3
    assert whole.cpu.web == pytest.approx(3.0)


def test_a_step_in_which_nothing_was_asked_has_a_line_too() -> None:
    line = Measured(step="create", clients=1, seconds=0.0, waits=()).line()

    assert line["per_second"] == 0.0
    assert line["p95_ms"] == 0.0
    assert line["cpu_ms_per_request"]["request"] == 0.0
