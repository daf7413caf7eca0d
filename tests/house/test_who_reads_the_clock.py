"""Time is an argument: only the doors of the house look at a clock."""

import ast

from source_code import Module, modules

# The doors: pages, jobs, commands, and the one place that knows the demo's own clock.
DOORS = ("channels/", "project/")
ALSO = {
    "office/clock.py",
    "office/access/middleware.py",  # notes for every page when it was asked for
    "standards/identifiers/row_id.py",  # the time only puts rows in order; nothing is read from it
}
CLOCKS = {"now", "today", "utcnow", "localtime", "localdate", "time_ns"}


def reads_the_clock(module: Module) -> list[int]:
    """Return the lines that call `now()`, `today()` and their like."""
    return [
        call.lineno
        for call in module.calls()
        if (isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS)
        or (isinstance(call.func, ast.Name) and call.func.id in CLOCKS)
    ]


def test_nothing_below_the_doors_asks_what_time_it_is() -> None:
    found = {
        module.place: lines
        for module in modules()
        if not module.place.startswith(DOORS)
        and module.place not in ALSO
        and not module.place.endswith("/jobs.py")
        and (lines := reads_the_clock(module))
    }

    assert not found, (
        f"{found}: take the time as an argument (`at: datetime`); only channels, jobs.py and "
        "commands read the clock."
    )
