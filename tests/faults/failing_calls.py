"""Lets a program die at its n-th call to the database or to a file, for n = 1 … end."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import _TemporaryFileWrapper
from typing import Any
from unittest.mock import patch

from django.db import connection, transaction


class Killed(BaseException):
    """The process ended here. No `except Exception` of the product can catch it."""


@dataclass(slots=True)
class Countdown:
    """Counts calls and dies at the `dies_at`-th, before it is done. 0 only counts."""

    dies_at: int
    calls: int = 0

    def tick(self) -> None:
        self.calls += 1
        if self.calls == self.dies_at:
            raise Killed(f"at call {self.calls}")


@contextmanager
def dying_at(call: int) -> Iterator[Countdown]:
    """Die at this call to the database (commits too) or to a file."""
    countdown = Countdown(call)

    def query(execute: Callable[..., Any], *arguments: Any) -> Any:
        countdown.tick()
        return execute(*arguments)

    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(query))
        for place, name in (
            (Path, "mkdir"),
            (Path, "replace"),
            (Path, "hardlink_to"),
            (Path, "unlink"),
            (Path, "read_bytes"),
            (os, "fsync"),
            (transaction.Atomic, "__exit__"),
            (_TemporaryFileWrapper, "__enter__"),
        ):
            stack.enter_context(patch.object(place, name, _counted(countdown, place, name)))
        yield countdown


def _counted(countdown: Countdown, place: Any, name: str) -> Callable[..., Any]:
    real = getattr(place, name)

    def call(*arguments: Any, **named: Any) -> Any:
        if name == "__exit__" and arguments[1] is None:
            try:
                countdown.tick()
            except Killed as killed:
                # Dead before its COMMIT: the database takes everything back.
                real(arguments[0], Killed, killed, None)
                raise
        elif name != "__exit__":
            countdown.tick()
        return real(*arguments, **named)

    return call


def calls_of(deed: Callable[[], object]) -> int:
    """Let `deed` live and return how many calls it made: the places where it could have died."""
    with dying_at(0) as countdown:
        deed()
    return countdown.calls


def die_at(call: int, deed: Callable[[], object]) -> bool:
    """Let `deed` die at this call; return whether it got that far."""
    try:
        with dying_at(call):
            deed()
    except Killed:
        return True
    return False
