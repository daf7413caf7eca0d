"""Tells a waiting person what is being done and how far it is."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

Progress = Callable[..., None]
_EVERY_SECONDS = 2.0


class ProgressLines:
    """Prints a line when a step begins, and its count at most every two seconds."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._step = ""
        self._said_at = float("-inf")

    def __call__(self, step: str, done: int | None = None, total: int | None = None) -> None:
        """Say `step`; with `done` and `total`, how far it is."""
        now = time.monotonic()
        if step == self._step and now - self._said_at < _EVERY_SECONDS:
            return
        self._step, self._said_at = step, now
        count = ""
        if done is not None:
            count = f" {done:,}" if total is None else f" {done:,} of {total:,}"
        self._out.write(f"  {step}{count}\n")
        self._out.flush()
