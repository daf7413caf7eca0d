"""Shares independent work out to a few processes, so that the demo is built on every core."""

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from typing import TypeVar

from django.db import connection

from openmso.office.tenants.whose_rows import of_every_office

from .haste import not_waiting_for_the_disk

Item = TypeVar("Item")
Progress = Callable[..., None]

_LOOK_EVERY_SECONDS = 0.25
_WHY = "the items are of several offices"


class WorkFailed(RuntimeError):
    """One of the processes did not finish; its words stand on the error output."""


def share_out(
    items: Sequence[Item],
    work: Callable[[Item], None],
    *,
    hands: int,
    step: str,
    progress: Progress,
) -> None:
    """Do `work` on every item with `hands` processes, in order within each of them, with the rows
    of every office in sight.

    One hand works in this process, inside its transaction. More are forks of it with a database
    connection each: only in a process that has printed nothing yet, because the printer's threads
    do not survive a fork. Raises WorkFailed.
    """
    progress(step, 0, len(items))
    if hands <= 1:
        with of_every_office(_WHY):
            for done, item in enumerate(items, start=1):
                work(item)
                progress(step, done, len(items))
        return
    connection.close()
    here = get_context("fork")
    finished = here.Value("i", 0)

    def take_every(first: int) -> None:
        with not_waiting_for_the_disk(), of_every_office(_WHY):
            for item in items[first::hands]:
                work(item)
                with finished.get_lock():
                    finished.value += 1
        connection.close()

    working = [
        here.Process(target=take_every, args=(first,), daemon=True) for first in range(hands)
    ]
    for process in working:
        process.start()
    for process in working:
        while process.is_alive():
            process.join(_LOOK_EVERY_SECONDS)
            progress(step, finished.value, len(items))
    if any(process.exitcode for process in working):
        raise WorkFailed(f"{step}: a part of it failed; what went wrong stands above")
