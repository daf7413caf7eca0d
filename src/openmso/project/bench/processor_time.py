"""Processor time of groups of processes, read from the kernel's own counters (Linux).

A group is a process and everything it started. Children that have ended are counted with the
parent that waited for them, so a database connection that was closed is not forgotten.
"""

import os
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from .measured import Cpu

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")
# Fields of /proc/PID/stat counted from behind the name: parent, then own and waited-for time.
_PARENT, _OWN, _CHILDREN = 1, slice(11, 13), slice(13, 15)


class ProcessorClock:
    """Reads how much each group has used; `groups` names them by their first process."""

    def __init__(self, groups: Mapping[str, int]) -> None:
        self._groups = dict(groups)

    def read(self) -> Cpu:
        """Return seconds since the start of the processes; subtract two readings."""
        stats = _all_processes()
        used = {name: _tree_seconds(pid, stats) for name, pid in self._groups.items()}
        generator = time.process_time()
        return Cpu(
            **used,
            generator=generator,
            neighbours=_machine_seconds() - sum(used.values()) - generator,
        )


def between(before: Cpu, after: Cpu) -> Cpu:
    """Return what was used between two readings; never below zero."""
    return Cpu(
        web=after.web - before.web,
        database=after.database - before.database,
        jobs=after.jobs - before.jobs,
        generator=after.generator - before.generator,
        neighbours=max(0.0, after.neighbours - before.neighbours),
    )


def _tree_seconds(first: int, stats: Mapping[int, list[int]]) -> float:
    children: dict[int, list[int]] = defaultdict(list)
    for pid, fields in stats.items():
        children[fields[_PARENT]].append(pid)
    ticks, waiting = 0, [first]
    while waiting:
        pid = waiting.pop()
        if pid in stats:
            ticks += sum(stats[pid][_OWN]) + sum(stats[pid][_CHILDREN])
            waiting += children[pid]
    return ticks / _TICK


def _all_processes() -> dict[int, list[int]]:
    found = {}
    for entry in os.scandir(_PROC):
        if entry.name.isdigit():
            try:
                text = (_PROC / entry.name / "stat").read_text(encoding="ascii", errors="replace")
            except OSError:
                continue  # it has just ended
            fields = text.rpartition(")")[2].split()
            found[int(entry.name)] = [0, *(int(field) for field in fields[1:15])]
    return found


def _machine_seconds() -> float:
    first_line = (_PROC / "stat").read_text(encoding="ascii").split("\n", 1)[0]
    user, nice, system, _idle, _waiting, irq, softirq = map(int, first_line.split()[1:8])
    return (user + nice + system + irq + softirq) / _TICK


def memory_mb(pid: int) -> dict[str, float]:
    """Return resident memory and the fair share of it (shared pages divided among sharers)."""
    rollup = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii")
    kilobytes = {
        line.split(":")[0]: int(line.split()[1])
        for line in rollup.splitlines()
        if line.startswith(("Rss:", "Pss:"))
    }
    return {"resident": kilobytes["Rss"] / 1024, "fair_share": kilobytes["Pss"] / 1024}


def children_of(pid: int) -> list[int]:
    """Return the processes that `pid` has started and that still run."""
    return sorted(child for child, fields in _all_processes().items() if fields[_PARENT] == pid)
