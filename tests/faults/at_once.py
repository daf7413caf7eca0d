"""Two people doing something at the same instant, again and again."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Barrier, Thread
from typing import Any

from django.db import connections

Deed = Callable[[int], Any]
_PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one of them got in one turn: a result, or what was raised."""

    result: Any = None
    raised: Exception | None = None


def pairs_at_once(turns: int, one: Deed, other: Deed) -> list[tuple[Outcome, Outcome]]:
    """Let two threads meet before every turn and then act at once; return what each got."""
    meeting = Barrier(2, timeout=_PATIENCE_SECONDS)
    outcomes: tuple[list[Outcome], list[Outcome]] = ([], [])

    def run(deed: Deed, mine: list[Outcome]) -> None:
        try:
            for turn in range(turns):
                meeting.wait()
                mine.append(_done(deed, turn))
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in zip((one, other), outcomes, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(zip(*outcomes, strict=True))


def _done(deed: Deed, turn: int) -> Outcome:
    try:
        return Outcome(result=deed(turn))
    except Exception as raised:
        return Outcome(raised=raised)
